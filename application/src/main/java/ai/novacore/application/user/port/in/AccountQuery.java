package ai.novacore.application.user.port.in;

import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;

/** Reads accounts. */
public interface AccountQuery {
    /**
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}
     */
    Account account(UserId id);
}
