package ai.novacore.application.testing;

import ai.novacore.application.shared.Projection;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;

/** The ways in which events reach a projection; all must leave the same read model. */
public enum Folding {
    ONCE {
        @Override
        public void into(Projection projection, List<? extends DomainEvent> events) {
            events.forEach(projection::project);
        }
    },
    EACH_TWICE {
        @Override
        public void into(Projection projection, List<? extends DomainEvent> events) {
            for (DomainEvent event : events) {
                projection.project(event);
                projection.project(event);
            }
        }
    },
    ALL_AGAIN_FROM_THE_START {
        @Override
        public void into(Projection projection, List<? extends DomainEvent> events) {
            ONCE.into(projection, events);
            ONCE.into(projection, events);
        }
    };

    public abstract void into(Projection projection, List<? extends DomainEvent> events);
}
