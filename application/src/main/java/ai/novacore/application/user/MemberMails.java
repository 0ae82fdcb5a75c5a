package ai.novacore.application.user;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.WebLink;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import java.util.Map;
import java.util.Set;

/** Tells members by mail what happened to their account, where they ought to know and have nothing secret to be sent. */
public final class MemberMails implements Effect {
    public static final String NAME = "member-mails";

    private static final Set<Class<?>> EVENTS =
            Set.of(EmailVerified.class, PasswordChanged.class, RefreshTokenReused.class, RegistrationRepeated.class);

    private final EmailRegistry registry;
    private final AccountStore accounts;
    private final Mailer mailer;
    private final String publicUrl;

    /**
     * @param publicUrl where the web app is found
     */
    public MemberMails(EmailRegistry registry, AccountStore accounts, Mailer mailer, String publicUrl) {
        this.registry = registry;
        this.accounts = accounts;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return EVENTS.contains(eventType);
    }

    /**
     * {@inheritDoc}
     *
     * @throws Mailer.MailFailure when the mail could not be handed over; it is to be tried again
     */
    @Override
    public void happen(DomainEvent event, String eventId) {
        switch (event) {
            case EmailVerified e -> send(e.id(), Template.WELCOME, "/", eventId);
            case PasswordChanged e -> send(e.id(), Template.PASSWORD_CHANGED, "/forgot-password", eventId);
            case RefreshTokenReused e -> send(e.id(), Template.SESSION_ENDED, "/forgot-password", eventId);
            case RegistrationRepeated e -> send(e.id(), Template.ALREADY_REGISTERED, "/login", eventId);
            default -> {}
        }
    }

    /** Nobody is there to be told once the account is gone. */
    private void send(UserId user, Template template, String path, String eventId) {
        registry.addressOf(user).ifPresent(address -> mailer.send(mail(address, user, template, path, eventId)));
    }

    private Mail mail(EmailAddress address, UserId user, Template template, String path, String eventId) {
        String name = accounts.find(user).map(Account::displayName).orElse("");
        return new Mail(address, template, Map.of("displayName", name, "link", WebLink.to(publicUrl, path)), eventId);
    }
}
