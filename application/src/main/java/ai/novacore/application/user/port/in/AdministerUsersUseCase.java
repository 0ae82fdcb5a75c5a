package ai.novacore.application.user.port.in;

import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import java.util.Set;

/**
 * What administrators do to accounts. All of it holds from the person's next request on. An id that nobody has is
 * rejected with {@code not_found}, an account on its way out with {@code account_closing}.
 */
public interface AdministerUsersUseCase {

    /**
     * Sets somebody's roles; {@code MEMBER} always stays. Rejected with {@code own_account} when administrators would
     * take {@code ADMIN} from themselves.
     *
     * @return the account as it is then
     */
    Account changeRoles(UserId admin, UserId user, Set<Role> roles);

    /** Keeps somebody out. Rejected with {@code own_account} when administrators would keep themselves out. */
    void suspend(UserId admin, UserId user, String reason);

    /** Lets somebody in again. */
    void reinstate(UserId admin, UserId user, String reason);

    /**
     * Gives or takes one role, for whoever operates the node and is trusted as such.
     *
     * @return the account as it is then
     */
    Account grantRole(EmailAddress email, Role role, boolean granted);
}
