package ai.novacore.application.support.port.in;

import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Optional;

/** Finds the people whom support staff are asked about. */
public interface FindPeopleUseCase {

    Optional<Account> byAddress(EmailAddress address);

    /**
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}
     */
    Account byId(UserId id);
}
