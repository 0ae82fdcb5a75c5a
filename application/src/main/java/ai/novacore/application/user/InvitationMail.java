package ai.novacore.application.user;

import ai.novacore.application.shared.WebLink;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.InvitationStore.Status;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import java.time.Clock;
import java.util.Map;

/** Mails one invitation; called by whatever works the queue off. */
public final class InvitationMail {
    private final InvitationStore invitations;
    private final EmailRegistry registry;
    private final Mailer mailer;
    private final Clock clock;
    private final String publicUrl;

    /**
     * @param publicUrl where the web app is found
     */
    public InvitationMail(
            InvitationStore invitations, EmailRegistry registry, Mailer mailer, Clock clock, String publicUrl) {
        this.invitations = invitations;
        this.registry = registry;
        this.mailer = mailer;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * Sends the mail, unless that is not wanted any more.
     *
     * @param key the same at every attempt
     * @throws Mailer.MailFailure when it could not be handed over; it is to be tried again
     */
    public void send(String id, String key) {
        invitations.find(id).filter(InvitationMail::isWanted).ifPresent(invitation -> send(invitation, key));
    }

    private static boolean isWanted(Invitation invitation) {
        return invitation.status() == Status.PENDING;
    }

    private void send(Invitation invitation, String key) {
        if (registry.find(invitation.email()).isEmpty()) {
            String link = WebLink.to(publicUrl, "/register?invitation=" + invitation.id());
            mailer.send(new Mail(invitation.email(), Template.INVITATION, Map.of("link", link), key));
            invitations.sent(invitation.id(), clock.instant());
        }
    }

    /** Notes that nobody tries any more. */
    public void giveUp(String id, Throwable reason) {
        invitations.undeliverable(id, reason instanceof Mailer.MailFailure ? "mail_failed" : "internal_error");
    }
}
