package ai.novacore.application.user.port.out;

import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Optional;

/** Which address belongs to whom; the one place that keeps addresses unique. */
public interface EmailRegistry {

    /**
     * Takes the address, in the transaction of the caller. Of two who try at the same time, one gets it; the other waits
     * until that is decided.
     *
     * @return whether it was free
     */
    boolean claim(EmailAddress email, UserId user);

    Optional<UserId> find(EmailAddress email);

    /** The address of a person; absent when they have none any more. */
    Optional<EmailAddress> addressOf(UserId user);

    /** Frees the addresses of a person. */
    void release(UserId user);
}
