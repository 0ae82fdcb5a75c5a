package ai.novacore.application.user.port.out;

import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;

/** Keeps the read model {@link Account}. */
public interface AccountStore {
    Optional<Account> find(UserId id);

    /** Adds or replaces. */
    void save(Account account);

    /** Nothing to do when it is not there. */
    void remove(UserId id);

    /** How many accounts stand like this. */
    long count(Standing standing);
}
