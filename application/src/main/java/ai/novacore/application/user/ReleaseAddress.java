package ai.novacore.application.user;

import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Map;

/** Says farewell to somebody whose account is gone, and forgets their address. */
public final class ReleaseAddress {
    private final EmailRegistry registry;
    private final InvitationStore invitations;
    private final AccountStore accounts;
    private final Mailer mailer;

    public ReleaseAddress(EmailRegistry registry, InvitationStore invitations, AccountStore accounts, Mailer mailer) {
        this.registry = registry;
        this.invitations = invitations;
        this.accounts = accounts;
        this.mailer = mailer;
    }

    /**
     * Sends the last mail, and lets the address go only after that. Does nothing when it is gone.
     *
     * @throws Mailer.MailFailure when the mail could not be handed over
     */
    public void release(UserId user) {
        registry.addressOf(user).ifPresent(address -> {
            mailer.send(farewell(user, address));
            invitations.remove(user, address);
            registry.release(user);
        });
    }

    /** One idempotency key for ever: should it be sent twice, it arrives once. */
    private Mail farewell(UserId user, EmailAddress address) {
        String name = accounts.find(user).map(Account::displayName).orElse("");
        return new Mail(address, Template.ACCOUNT_ERASED, Map.of("displayName", name), "erased-" + user.value());
    }
}
