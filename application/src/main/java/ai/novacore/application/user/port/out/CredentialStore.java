package ai.novacore.application.user.port.out;

import ai.novacore.domain.shared.UserId;
import java.util.Optional;

/** Keeps password hashes, apart from the event log, so that a changed or deleted password is really gone. */
public interface CredentialStore {
    /** Adds or replaces, in the transaction of the caller. */
    void save(UserId user, String passwordHash);

    /** Replaces a hash, unless another has taken its place in the meantime. */
    void replace(UserId user, String passwordHash, String by);

    Optional<String> find(UserId user);

    void remove(UserId user);
}
