package ai.novacore.application.wrong;

import ai.novacore.adapters.wrong.Neighbour;
import ai.novacore.application.axon.EventTypes;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.wrongtoo.wrong.Inner;
import ai.novacore.domain.shared.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A projection under another name, which knows all that it must not know. */
public final class Follower implements Projection {
    @Nullable Neighbour adapter;

    @Nullable EventTypes bridge;

    @Nullable Inner innerOfAnotherFeature;

    @Override
    public String name() {
        return "follower";
    }

    @Override
    public void project(DomainEvent event) {}
}
