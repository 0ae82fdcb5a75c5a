package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.SessionUseCase.Client;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.application.user.port.out.RefreshTokenStore.StoredToken;
import ai.novacore.application.user.port.out.SessionStore.StoredSession;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingIn {
    private final SessionFixture fixture = new SessionFixture();
    private final MemberFixture member = fixture.member;

    @Test
    void beginsASession() {
        Session session = fixture.logIn(" ADA@example.org ", PASSWORD);

        assertThat(session.account().id()).isEqualTo(ADA);
        StoredToken token = member.refreshTokens
                .find(SecretTokens.hash(session.refreshToken()))
                .orElseThrow();
        Instant end = NOON.plus(Duration.ofDays(30));
        assertThat(token.expiresAt()).isEqualTo(end);
        assertThat(member.sessions.open(ADA, NOON))
                .containsExactly(new StoredSession(token.session(), ADA, "Firefox on Linux", NOON, NOON, end, null));
        assertThat(fixture.accessTokens.issued().get(session.accessToken().value()))
                .isEqualTo(new PlainAccessTokenIssuer.Issued(session.account(), token.session()));
    }

    @Test
    void keepsOnlyTheHashOfTheRefreshToken() {
        Session session = fixture.logIn();

        assertThat(session.refreshToken()).matches("[A-Za-z0-9_-]{43}");
        assertThat(member.refreshTokens.toString()).doesNotContain(session.refreshToken());
        assertThat(session.toString()).doesNotContain(session.refreshToken());
    }

    @Test
    void beginsAnotherSessionEachTime() {
        fixture.logIn();
        fixture.logIn();

        assertThat(member.sessions.open(ADA, NOON)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "nobody@example.org", "not an address", ""})
    void saysTheSameAfterOneHashWhateverIsWrong(String email) {
        int before = member.hasher.hashings();

        assertRejected(
                () -> fixture.logIn(email, "a wrong password"), RejectionKind.UNAUTHENTICATED, "invalid_credentials");
        assertThat(member.hasher.hashings() - before).isEqualTo(1);
    }

    @Test
    void comparesOneHashWhenItSucceedsAsWell() {
        int before = member.hasher.hashings();
        fixture.logIn();

        assertThat(member.hasher.hashings() - before).isEqualTo(1);
    }

    @Test
    void isRefusedToTheSuspendedButOnlyWithTheRightPassword() {
        member.accounts.save(MemberFixture.ada(true, Role.MEMBER));

        assertRejected(
                () -> fixture.logIn(EMAIL.value(), "a wrong password"),
                RejectionKind.UNAUTHENTICATED,
                "invalid_credentials");
        assertRejected(() -> fixture.logIn(), RejectionKind.FORBIDDEN, "account_suspended");
        assertThat(member.sessions.open(ADA, NOON)).isEmpty();
    }

    @Test
    void waitsForAnAccountThatWasCreatedAMomentAgo() {
        Account ada = member.accounts.find(ADA).orElseThrow();
        member.accounts.remove(ADA);
        fixture.whenAwaited = () -> member.accounts.save(ada);

        assertThat(fixture.logIn().account()).isEqualTo(ada);
    }

    @Test
    void isNotPossibleWithoutAnAccount() {
        member.accounts.remove(ADA);

        assertRejected(() -> fixture.logIn(), RejectionKind.UNAUTHENTICATED, "invalid_credentials");
    }

    @Test
    void isRefusedToThoseWhoAreOnTheirWayOut() {
        member.accounts.save(MemberFixture.ada(Account.Standing.CLOSING, Role.MEMBER));

        assertRejected(() -> fixture.logIn(), RejectionKind.FORBIDDEN, "account_closing");
    }

    @Test
    void makesAStrongerHashWhenTodaysEffortIsHigher() {
        String old = member.credentials.find(ADA).orElseThrow();
        member.hasher.raiseEffort();
        fixture.logIn();

        String stronger = member.credentials.find(ADA).orElseThrow();
        assertThat(stronger).isNotEqualTo(old);
        assertThat(member.hasher.matches(PASSWORD, stronger)).isTrue();
        fixture.logIn();
        assertThat(member.credentials.find(ADA)).contains(stronger);
    }

    @Test
    void keepsNoMoreOfTheClientsNameThanANameNeeds() {
        fixture.sessions.logIn(EMAIL.value(), PASSWORD, new Client("192.0.2.7", "x".repeat(5_000)));

        assertThat(member.sessions.open(ADA, NOON).getFirst().userAgent()).hasSize(200);
    }

    @Test
    void isCounted() {
        fixture.logIn();
        assertRejected(
                () -> fixture.logIn(EMAIL.value(), "wrong"), RejectionKind.UNAUTHENTICATED, "invalid_credentials");

        assertThat(member.meters.counter("auth.login", "success", "true").count())
                .isEqualTo(1);
        assertThat(member.meters.counter("auth.login", "success", "false").count())
                .isEqualTo(1);
    }
}
