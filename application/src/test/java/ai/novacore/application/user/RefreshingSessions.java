package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshingSessions {
    private final SessionFixture fixture = new SessionFixture();
    private final MemberFixture member = fixture.member;
    private final Sessions sessions = fixture.sessions;
    private final Session first = sessions.logIn(EMAIL.value(), PASSWORD);

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
    void endsTheSessionOfATokenThatIsUsedTwice() {
        Session second = sessions.refresh(first.refreshToken());

        assertRefused(first, "refresh_token_reused");
        assertRefused(second, "refresh_token_invalid");
        assertRefused(first, "refresh_token_reused");
    }

    @Test
    void endsTheSessionWhenTwoUseATokenAtTheSameMoment() {
        member.refreshTokens.losesRace = true;

        assertRefused(first, "refresh_token_reused");
        member.refreshTokens.losesRace = false;
        assertRefused(first, "refresh_token_invalid");
    }

    @Test
    void leavesOtherSessionsAloneWhenOneEnds() {
        Session other = sessions.logIn(EMAIL.value(), PASSWORD);
        sessions.refresh(first.refreshToken());
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
