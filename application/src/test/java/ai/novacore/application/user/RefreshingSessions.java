package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshingSessions {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final SessionFixture fixture = new SessionFixture();
    private final MemberFixture member = fixture.member;
    private final Sessions sessions = fixture.sessions;
    private final Session first = fixture.logIn();

    @Test
    void exchangesTheTokenForANewOneOfTheSameSession() {
        Session second = sessions.refresh(first.refreshToken());

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(fixture.accessTokens.issued().get(second.accessToken().value()))
                .isEqualTo(fixture.accessTokens.issued().get(first.accessToken().value()));
        assertThat(sessions.refresh(second.refreshToken()).account().id()).isEqualTo(ADA);
    }

    @Test
    void showsTheAccountAsItIsNow() {
        member.accounts.save(MemberFixture.ada(false, Role.MEMBER, Role.ADMIN));

        assertThat(sessions.refresh(first.refreshToken()).account().roles()).contains(Role.ADMIN);
    }

    @Test
    void givesAnAnswerThatWasLostOnceMore() {
        Session lost = sessions.refresh(first.refreshToken());
        member.clock.advance(GRACE);
        Session again = sessions.refresh(first.refreshToken());

        assertThat(again.refreshToken()).isNotEqualTo(lost.refreshToken());
        assertThat(sessions.refresh(again.refreshToken()).account().id()).isEqualTo(ADA);
        assertThat(sessions.refresh(lost.refreshToken()).account().id()).isEqualTo(ADA);
        assertThat(member.sessions.open(ADA, member.clock.instant())).hasSize(1);
    }

    /** Failure cases 14 and 16. */
    @Test
    void endsTheSessionOfATokenThatComesBackLater() {
        Session second = sessions.refresh(first.refreshToken());
        member.clock.advance(GRACE.plusMillis(1));

        assertRefused(first, "refresh_token_reused");
        assertRefused(second, "refresh_token_invalid");
        assertRefused(first, "refresh_token_reused");
        assertThat(member.sessions.open(ADA, member.clock.instant())).isEmpty();
    }

    @Test
    void recordsOnceThatATokenCameBackSoThatItsOwnerIsTold() {
        sessions.refresh(first.refreshToken());
        member.clock.advance(GRACE.plusMillis(1));
        String session =
                member.sessions.open(ADA, member.clock.instant()).getFirst().id();

        assertRefused(first, "refresh_token_reused");
        assertRefused(first, "refresh_token_reused");

        assertThat(member.commands.events(ADA).stream().filter(RefreshTokenReused.class::isInstance))
                .containsExactly(new RefreshTokenReused(ADA, member.clock.instant(), session));
    }

    @Test
    void tellsNobodyWhenTheSessionWasOverAnyway() {
        sessions.refresh(first.refreshToken());
        sessions.logOut(first.refreshToken());
        member.clock.advance(GRACE.plusMillis(1));

        assertRefused(first, "refresh_token_reused");
        assertThat(member.commands.events(ADA)).noneMatch(RefreshTokenReused.class::isInstance);
    }

    @Test
    void leavesOtherSessionsAloneWhenOneEnds() {
        Session other = fixture.logIn();
        sessions.refresh(first.refreshToken());
        member.clock.advance(GRACE.plusMillis(1));
        assertRefused(first, "refresh_token_reused");

        assertThat(sessions.refresh(other.refreshToken()).account().id()).isEqualTo(ADA);
    }

    @Test
    void isOverAfterThirtyDays() {
        member.clock.advance(Duration.ofDays(30).minusMillis(1));
        Session second = sessions.refresh(first.refreshToken());
        member.clock.advance(Duration.ofDays(30));

        assertRefused(second, "refresh_token_invalid");
    }

    @Test
    void refusesTokensThatNobodyWasGiven() {
        assertRejected(() -> sessions.refresh("made up"), RejectionKind.UNAUTHENTICATED, "refresh_token_invalid");
    }

    @Test
    void isOverAfterLoggingOut() {
        sessions.logOut(first.refreshToken());
        sessions.logOut(first.refreshToken());
        sessions.logOut("made up");

        assertRefused(first, "refresh_token_invalid");
    }

    @Test
    void isRefusedToTheSuspendedAndLeavesTheTokenForTheirReturn() {
        member.accounts.save(MemberFixture.ada(true, Role.MEMBER));
        assertRejected(() -> sessions.refresh(first.refreshToken()), RejectionKind.FORBIDDEN, "account_suspended");

        member.accounts.save(MemberFixture.ada(false, Role.MEMBER));
        assertThat(sessions.refresh(first.refreshToken()).account().id()).isEqualTo(ADA);
    }

    @Test
    void isOverWhenTheAccountIsGone() {
        member.accounts.remove(ADA);

        assertRefused(first, "refresh_token_invalid");
    }

    private void assertRefused(Session session, String code) {
        assertRejected(() -> sessions.refresh(session.refreshToken()), RejectionKind.UNAUTHENTICATED, code);
    }
}
