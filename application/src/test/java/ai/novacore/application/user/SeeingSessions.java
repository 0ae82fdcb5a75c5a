package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.application.user.port.in.SessionUseCase.OpenSession;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeeingSessions {
    private final SessionFixture fixture = new SessionFixture();
    private final Sessions sessions = fixture.sessions;
    private final AccessQuery access = new AccessReader(fixture.member.sessions, fixture.member.clock);
    private final Session phone = fixture.logIn();
    private final String phoneId = fixture.idOf(phone);

    @Test
    void listsThoseThatGoOn() {
        fixture.member.clock.advance(Duration.ofMinutes(5));
        Session laptop = fixture.logIn();

        assertThat(sessions.open(ADA)).extracting(OpenSession::id).containsExactly(fixture.idOf(laptop), phoneId);
        assertThat(sessions.open(ADA).getLast())
                .isEqualTo(new OpenSession(phoneId, "Firefox on Linux", NOON, NOON, NOON.plus(Duration.ofDays(30))));
        assertThat(sessions.open(new UserId("usr_other"))).isEmpty();
    }

    @Test
    void movesUpWhatIsUsed() {
        fixture.member.clock.advance(Duration.ofMinutes(5));
        fixture.logIn();
        fixture.member.clock.advance(Duration.ofMinutes(5));
        sessions.refresh(phone.refreshToken());

        assertThat(sessions.open(ADA).getFirst().id()).isEqualTo(phoneId);
    }

    @Test
    void endsOneAtOnce() {
        assertThat(access.access(List.of(phoneId))).containsOnlyKeys(phoneId);

        sessions.end(ADA, phoneId);

        assertThat(access.access(List.of(phoneId))).isEmpty();
        assertThat(sessions.open(ADA)).isEmpty();
        assertRejected(
                () -> sessions.refresh(phone.refreshToken()), RejectionKind.UNAUTHENTICATED, "refresh_token_invalid");
    }

    @Test
    void endsNoSessionOfSomebodyElseAndNoneTwice() {
        assertRejected(() -> sessions.end(new UserId("usr_other"), phoneId), RejectionKind.NOT_FOUND, "not_found");
        assertThat(sessions.open(ADA)).hasSize(1);

        sessions.end(ADA, phoneId);
        assertRejected(() -> sessions.end(ADA, phoneId), RejectionKind.NOT_FOUND, "not_found");
    }

    @Test
    void saysWhatTheOwnerMayDoAtThisMoment() {
        fixture.member.accounts.save(MemberFixture.ada(true, Role.MEMBER, Role.ADMIN));

        assertThat(access.access(List.of(phoneId)))
                .containsEntry(phoneId, new Access(ADA, List.of(Role.MEMBER, Role.ADMIN), Tier.FREE, true));
    }
}
