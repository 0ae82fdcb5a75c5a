package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.shared.UserId;
import org.junit.jupiter.api.Test;

class ReleasingAddresses {
    private final MemberFixture fixture = new MemberFixture().withAda();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final ReleaseAddress release =
            new ReleaseAddress(fixture.registry, invitations, fixture.accounts, fixture.mailer);

    @Test
    void saysFarewellAndLetsTheAddressGo() {
        invitations.add(Invitation.pending("inv_1", EMAIL, new UserId("usr_admin"), NOON));

        release.release(ADA);

        assertThat(fixture.mailer.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(EMAIL);
            assertThat(mail.template()).isEqualTo(Template.ACCOUNT_ERASED);
            assertThat(mail.values()).containsEntry("displayName", "Ada");
            assertThat(mail.idempotencyKey()).isEqualTo("erased-usr_ada");
        });
        assertThat(fixture.registry.find(EMAIL)).isEmpty();
        assertThat(invitations.find(EMAIL)).isEmpty();
    }

    @Test
    void keepsTheAddressUntilTheMailIsOut() {
        fixture.mailer.fail(1);

        assertThatThrownBy(() -> release.release(ADA)).isInstanceOf(MailFailure.class);

        assertThat(fixture.registry.find(EMAIL)).contains(ADA);
    }

    @Test
    void sendsNothingOnceTheAddressIsGone() {
        release.release(ADA);
        fixture.registry.claim(EMAIL, new UserId("usr_next"));

        release.release(ADA);

        assertThat(fixture.mailer.mails()).hasSize(1);
        assertThat(fixture.registry.find(EMAIL)).contains(new UserId("usr_next"));
    }
}
