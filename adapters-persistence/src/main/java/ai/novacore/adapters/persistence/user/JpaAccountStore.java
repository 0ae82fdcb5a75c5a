package ai.novacore.adapters.persistence.user;

import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JpaAccountStore implements AccountStore {
    private final AccountRows rows;

    JpaAccountStore(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Account> find(UserId id) {
        return rows.findById(id.value()).map(AccountRow::toAccount);
    }

    @Override
    public void save(Account account) {
        rows.save(new AccountRow(account));
    }

    @Override
    public void remove(UserId id) {
        rows.deleteById(id.value());
    }

    @Override
    public long count(Standing standing) {
        return rows.countByStanding(standing);
    }
}
