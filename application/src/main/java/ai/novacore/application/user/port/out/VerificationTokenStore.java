package ai.novacore.application.user.port.out;

import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.util.Optional;

/** Whose verification token a hash is; the account itself decides whether it is good. */
public interface VerificationTokenStore {
    /** In the transaction of the caller. */
    void add(TokenHash token, UserId user);

    Optional<UserId> owner(TokenHash token);

    /** Forgets all tokens of a person. */
    void remove(UserId user);
}
