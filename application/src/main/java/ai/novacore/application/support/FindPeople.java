package ai.novacore.application.support;

import ai.novacore.application.support.port.in.FindPeopleUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Optional;

/** Asks the registry for addresses, because it alone knows whose they are at this moment. */
public final class FindPeople implements FindPeopleUseCase {
    private final EmailRegistry registry;
    private final AccountStore accounts;

    public FindPeople(EmailRegistry registry, AccountStore accounts) {
        this.registry = registry;
        this.accounts = accounts;
    }

    @Override
    public Optional<Account> byAddress(EmailAddress address) {
        return registry.find(address).flatMap(accounts::find);
    }

    @Override
    public Account byId(UserId id) {
        return accounts.find(id).orElseThrow(DomainRejection::notFound);
    }
}
