package ai.novacore.application.user.saga;

import ai.novacore.application.shared.Saga;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification.Progress;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserCommand.RequestVerification;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a verification mail sent to whoever registers, once; over when the address is verified or the account is gone. */
public final class WhenUserRegisteredThenRequestVerification implements Saga<Progress> {
    private static final Actor ACTOR = Actor.system("registration");

    /** Waiting for this person to verify their address. */
    public record Progress(UserId user) {}

    @Override
    public Step<Progress> react(DomainEvent event, @Nullable Progress progress) {
        return switch (event) {
            case UserRegistered e
            when progress == null -> Step.then(new Progress(e.id()), new RequestVerification(e.id(), ACTOR, e.at()));
            case EmailVerified _, UserErased _ -> Step.end();
            default -> new Step<>(progress, List.of());
        };
    }
}
