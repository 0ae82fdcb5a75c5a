package ai.novacore.application.user;

import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
public final class InMemoryAccounts implements AccountStore {
    private final Map<UserId, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public Optional<Account> find(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public void save(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public void remove(UserId id) {
        accounts.remove(id);
    }

    @Override
    public long count(Standing standing) {
        return accounts.values().stream()
                .filter(account -> account.standing() == standing)
                .count();
    }
}
