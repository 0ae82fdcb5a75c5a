package ai.novacore.application.axon;

import ai.novacore.domain.shared.EventType;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.User;
import ai.novacore.domain.user.UserDecider;
import ai.novacore.domain.user.UserEvent;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The thin shell in which Axon keeps a {@link User}. */
@AggregateRoot(type = "user")
@EventType("user.state/2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class UserAggregate implements Shell<User> {
    static final UserDecider DECIDER = new UserDecider();

    @AggregateIdentifier
    private @Nullable String id;

    private User state = DECIDER.initial();

    /** Absent before the first event. */
    @Nullable UserId id() {
        return id == null ? null : new UserId(id);
    }

    @Override
    public User state() {
        return state;
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        id = event.id().value();
        state = DECIDER.evolve(state, event);
    }
}
