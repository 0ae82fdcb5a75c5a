package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.InvitationStore.Status;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvitingPeople {
    private static final UserId GRACE = new UserId("usr_grace");
    private static final EmailAddress MIRA = new EmailAddress("mira@example.org");

    private final MemberFixture fixture = new MemberFixture().withAda();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final Map<String, String> queued = new LinkedHashMap<>();
    private final InvitePeople inviting = new InvitePeople(
            invitations,
            (invitation, key) -> queued.put(key, invitation),
            fixture.registry,
            fixture.commands,
            fixture.ids,
            fixture.clock);
    private final InvitationMail mail =
            new InvitationMail(invitations, fixture.registry, fixture.mailer, fixture.clock, MemberFixture.PUBLIC_URL);

    @Test
    void notesAnInvitationAndQueuesItsMail() {
        Invitation invitation = invite(MIRA);

        assertThat(invitation.id()).startsWith("inv_");
        assertThat(invitation).isEqualTo(Invitation.pending(invitation.id(), MIRA, GRACE, NOON));
        assertThat(queued.values()).containsExactly(invitation.id());
        assertThat(inviting.invitations(PageRequest.first(10)).items()).containsExactly(invitation);
    }

    @Test
    void mailsALinkThatNamesTheInvitation() {
        Invitation invitation = invite(MIRA);
        work();

        assertThat(fixture.mailer.mails()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo(MIRA);
            assertThat(sent.template()).isEqualTo(Template.INVITATION);
            assertThat(sent.values())
                    .containsOnly(Map.entry("link", "https://nova.example/register?invitation=" + invitation.id()));
            assertThat(sent.idempotencyKey()).startsWith(invitation.id());
        });
        assertThat(statusOf(MIRA)).isEqualTo(Status.SENT);
    }

    @Test
    void leavesAnInvitationPendingUntilItsMailIsOut() {
        Invitation invitation = invite(MIRA);
        fixture.mailer.fail(1);

        assertThatThrownBy(() -> mail.send(invitation.id(), "key")).isInstanceOf(MailFailure.class);
        assertThat(statusOf(MIRA)).isEqualTo(Status.PENDING);

        mail.send(invitation.id(), "key");
        mail.send(invitation.id(), "key");
        assertThat(fixture.mailer.mails()).hasSize(1);
    }

    @Test
    void showsWhatWasGivenUpAndWhy() {
        Invitation first = invite(MIRA);
        mail.giveUp(first.id(), new MailFailure("no", new IllegalStateException()));
        assertThat(invitations.find(MIRA)).get().extracting(Invitation::reason).isEqualTo("mail_failed");

        Invitation second = invite(new EmailAddress("noor@example.org"));
        mail.giveUp(second.id(), new IllegalStateException("a bug"));
        assertThat(invitations.find(second.id()))
                .get()
                .extracting(Invitation::reason)
                .isEqualTo("internal_error");
    }

    @Test
    void repeatsAnInvitationOnceADayAtTheMost() {
        Invitation first = invite(MIRA);
        work();
        fixture.clock.advance(Duration.ofHours(23));
        invite(MIRA);
        assertThat(queued).isEmpty();

        fixture.clock.advance(Duration.ofHours(2));
        Invitation repeated = invite(MIRA);
        assertThat(repeated.id()).isEqualTo(first.id());
        assertThat(queued).hasSize(1);
        work();
        assertThat(fixture.mailer.mails()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void mailsNobodyWhoHasAnAccount() {
        invite(EMAIL);

        assertThat(queued).isEmpty();
        assertThat(invitations.find(EMAIL)).hasValueSatisfying(invitation -> {
            assertThat(invitation.status()).isEqualTo(Status.REGISTERED);
            assertThat(invitation.user()).isEqualTo(ADA);
        });
    }

    @Test
    void mailsNobodyWhoRegisteredInTheMeantime() {
        invite(MIRA);
        fixture.registry.claim(MIRA, new UserId("usr_mira"));
        work();

        assertThat(fixture.mailer.mails()).isEmpty();
    }

    @Test
    void mailsNobodyWhoseInvitationIsGone() {
        mail.send("inv_unknown", "key");

        assertThat(fixture.mailer.mails()).isEmpty();
    }

    @Test
    void noticesWhoVerifiesTheirAddress() {
        invite(EMAIL);
        TrackInvitations tracking = new TrackInvitations(invitations);
        assertThat(tracking.concerns(EmailVerified.class)).isTrue();

        tracking.happen(new EmailVerified(ADA, NOON, EMAIL), "evt-1");

        assertThat(statusOf(EMAIL)).isEqualTo(Status.VERIFIED);
    }

    private Invitation invite(EmailAddress email) {
        inviting.invite(GRACE, Set.of(email));
        return invitations.find(email).orElseThrow();
    }

    private Status statusOf(EmailAddress email) {
        return invitations.find(email).orElseThrow().status();
    }

    private void work() {
        queued.forEach((key, invitation) -> mail.send(invitation, key));
        queued.clear();
    }
}
