package ai.novacore.application.user;

import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;

/** Reads accounts from their read model. */
public final class AccountReader implements AccountQuery {
    private final AccountStore accounts;

    public AccountReader(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Account account(UserId id) {
        return accounts.find(id).orElseThrow(DomainRejection::notFound);
    }
}
