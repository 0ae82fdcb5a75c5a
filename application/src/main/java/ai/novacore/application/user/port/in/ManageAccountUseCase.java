package ai.novacore.application.user.port.in;

import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;

/** What people do with their own account. Where a password is asked for, the throttle of log-ins holds. */
public interface ManageAccountUseCase {

    /**
     * Changes how a person wants to be called.
     *
     * @return the account with its new name
     */
    Account rename(UserId user, String displayName);

    /**
     * Changes the password, and ends all sessions but this one.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code invalid_credentials} when the current password is wrong,
     *     {@code password_rejected} when the new one is too easy, {@code login_throttled}
     */
    void changePassword(UserId user, String session, String currentPassword, String newPassword);

    /**
     * Begins the erasure of the account: from here on nobody is let in with it, and everything of it goes.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code invalid_credentials}, {@code login_throttled}
     */
    void erase(UserId user, String password);
}
