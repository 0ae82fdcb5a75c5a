package ai.novacore.application.user.port.out;

import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import java.util.Optional;

/** Keeps, by its hash, the one token of a person with which their password can be chosen anew. */
public interface PasswordResetStore {

    /** Whose token it is, and until when it is good. */
    record PasswordReset(UserId user, Instant expiresAt) {}

    /** Keeps a token in place of the one before. */
    void replace(TokenHash token, PasswordReset reset);

    Optional<PasswordReset> find(TokenHash token);

    /**
     * Uses a token up, in the transaction of the caller; of several who try at the same time, one succeeds.
     *
     * @return whether this call did it
     */
    boolean use(TokenHash token);

    void remove(UserId user);
}
