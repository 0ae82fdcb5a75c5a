package ai.novacore.application.subscription.port.out;

import ai.novacore.domain.shared.UserId;
import java.util.Optional;

/** Which customer at Stripe a member is; one each. */
public interface BillingCustomers {
    Optional<String> customerOf(UserId user);

    Optional<UserId> userOf(String customer);

    /**
     * Keeps that a member is this customer, in the transaction of the caller.
     *
     * @return which customer the member is now: {@code customer}, or another one that was kept before
     * @throws IllegalStateException when somebody else is this customer
     */
    String link(UserId user, String customer);

    /** Whether a member is this customer, which stays so until the end of the caller's transaction. */
    boolean holds(UserId user, String customer);

    /** Nothing to do when the member is no customer. */
    void remove(UserId user);
}
