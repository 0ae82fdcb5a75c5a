package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.AllPages;
import ai.novacore.application.user.port.out.InvitationStore;
import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.InvitationStore.Status;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link InvitationStore} promises. */
public abstract class InvitationStoreContract {
    private static final UserId ADMIN = new UserId("usr_admin");
    private static final UserId OTHER_ADMIN = new UserId("usr_boss");
    private static final UserId MIRA = new UserId("usr_mira");
    private static final EmailAddress EMAIL = new EmailAddress("mira@example.org");
    private static final EmailAddress OTHER = new EmailAddress("other@example.org");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** An empty one; the same one throughout a test. */
    protected abstract InvitationStore store();

    @Test
    void keepsOneInvitationForAnAddress() {
        Invitation first = pending("inv_1", EMAIL, 0);

        assertThat(store().add(first)).isTrue();
        assertThat(store().add(pending("inv_2", EMAIL, 5))).isFalse();

        assertThat(store().find("inv_1")).contains(first);
        assertThat(store().find(EMAIL)).contains(first);
        assertThat(store().find("inv_2")).isEmpty();
        assertThat(store().find(OTHER)).isEmpty();
    }

    @Test
    void notesThatTheMailWasSent() {
        store().add(pending("inv_1", EMAIL, 0));
        store().add(pending("inv_2", OTHER, 0));

        store().sent("inv_1", at(3));
        store().undeliverable("inv_1", "mail_failed");

        assertThat(store().find("inv_1"))
                .contains(new Invitation("inv_1", EMAIL, Status.SENT, null, ADMIN, NOON, at(3), null, null));
        assertThat(store().find("inv_2")).contains(pending("inv_2", OTHER, 0));
    }

    @Test
    void notesThatTheMailWasGivenUp() {
        store().add(pending("inv_1", EMAIL, 0));

        store().undeliverable("inv_1", "mail_failed");
        store().sent("inv_1", at(3));

        assertThat(store().find("inv_1"))
                .contains(new Invitation(
                        "inv_1", EMAIL, Status.UNDELIVERABLE, "mail_failed", ADMIN, NOON, null, null, null));
    }

    @Test
    void isRenewedOnceThePauseIsOver() {
        store().add(pending("inv_1", EMAIL, 0));
        store().undeliverable("inv_1", "mail_failed");

        assertThat(store().renew(EMAIL, OTHER_ADMIN, at(60), NOON)).isFalse();
        assertThat(store().renew(EMAIL, OTHER_ADMIN, at(60), at(1))).isTrue();
        assertThat(store().renew(EMAIL, OTHER_ADMIN, at(60), at(1))).isFalse();
        assertThat(store().renew(OTHER, OTHER_ADMIN, at(60), at(1))).isFalse();

        assertThat(store().find(EMAIL))
                .contains(new Invitation("inv_1", EMAIL, Status.PENDING, null, OTHER_ADMIN, at(60), null, null, null));
    }

    @Test
    void remembersTheLastMailOfOneThatIsRenewed() {
        store().add(pending("inv_1", EMAIL, 0));
        store().sent("inv_1", at(3));

        assertThat(store().renew(EMAIL, ADMIN, at(60), at(1))).isTrue();

        assertThat(store().find(EMAIL))
                .contains(new Invitation("inv_1", EMAIL, Status.PENDING, null, ADMIN, at(60), at(3), null, null));
    }

    @Test
    void knowsWhoRegisteredByTheirAddress() {
        store().add(pending("inv_1", EMAIL, 0));
        store().add(pending("inv_2", OTHER, 0));

        store().registered(null, EMAIL, MIRA, at(9));

        assertThat(store().find(EMAIL)).contains(registered("inv_1", EMAIL, Status.REGISTERED));
        assertThat(store().find(OTHER)).contains(pending("inv_2", OTHER, 0));
        assertThat(store().renew(EMAIL, ADMIN, at(60), at(1))).isFalse();
    }

    @Test
    void knowsWhoRegisteredByTheirInvitation() {
        store().add(pending("inv_1", EMAIL, 0));
        store().undeliverable("inv_1", "mail_failed");

        store().registered("inv_1", OTHER, MIRA, at(9));

        assertThat(store().find(EMAIL)).contains(registered("inv_1", EMAIL, Status.REGISTERED));
    }

    @Test
    void givesNobodySomebodyElsesInvitation() {
        store().add(pending("inv_1", EMAIL, 0));
        store().registered("inv_1", OTHER, MIRA, at(9));

        store().registered("inv_1", EMAIL, new UserId("usr_thief"), at(10));
        store().registered("inv_unknown", OTHER, new UserId("usr_thief"), at(10));

        assertThat(store().find(EMAIL)).contains(registered("inv_1", EMAIL, Status.REGISTERED));
    }

    @Test
    void knowsWhoVerifiedTheirAddress() {
        store().add(pending("inv_1", EMAIL, 0));
        store().registered("inv_1", EMAIL, MIRA, at(9));

        store().verified(new UserId("usr_other"));
        assertThat(store().find(EMAIL)).contains(registered("inv_1", EMAIL, Status.REGISTERED));

        store().verified(MIRA);
        assertThat(store().find(EMAIL)).contains(registered("inv_1", EMAIL, Status.VERIFIED));
    }

    @Test
    void removesWhatConcernsAPerson() {
        EmailAddress third = new EmailAddress("third@example.org");
        store().add(pending("inv_1", EMAIL, 0));
        store().add(pending("inv_2", OTHER, 0));
        store().add(pending("inv_3", third, 0));
        store().registered("inv_2", third, MIRA, at(9));

        store().remove(MIRA, EMAIL);

        assertThat(store().find(EMAIL)).isEmpty();
        assertThat(store().find(OTHER)).isEmpty();
        assertThat(store().find(third)).isEmpty();
    }

    @Test
    void listsTheLatestFirstInPages() {
        Invitation oldest = pending("inv_9", new EmailAddress("a@example.org"), 0);
        Invitation lower = pending("inv_A", new EmailAddress("b@example.org"), 5);
        Invitation higher = pending("inv_a", new EmailAddress("c@example.org"), 5);
        List.of(lower, oldest, higher).forEach(store()::add);

        assertThat(AllPages.of(store()::list, 2)).containsExactly(List.of(higher, lower), List.of(oldest));
        assertThat(store().list(PageRequest.first(3)).next()).isNull();
    }

    private static Invitation registered(String id, EmailAddress email, Status status) {
        return new Invitation(id, email, status, null, ADMIN, NOON, null, MIRA, at(9));
    }

    private static Invitation pending(String id, EmailAddress email, int seconds) {
        return Invitation.pending(id, email, ADMIN, at(seconds));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
