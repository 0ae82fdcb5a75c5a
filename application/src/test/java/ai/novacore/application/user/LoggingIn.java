package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.application.user.port.out.RefreshTokenStore.StoredToken;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingIn {
    private final SessionFixture fixture = new SessionFixture();
    private final MemberFixture member = fixture.member;

    @Test
    void beginsASession() {
        Session session = fixture.sessions.logIn(" ADA@example.org ", PASSWORD);

        assertThat(session.account().id()).isEqualTo(ADA);
        StoredToken stored = member.refreshTokens
                .find(SecretTokens.hash(session.refreshToken()))
                .orElseThrow();
        assertThat(stored.user()).isEqualTo(ADA);
        assertThat(stored.expiresAt()).isEqualTo(member.clock.instant().plus(Duration.ofDays(30)));
        assertThat(fixture.accessTokens.issued().get(session.accessToken().value()))
                .isEqualTo(new PlainAccessTokenIssuer.Issued(session.account(), stored.session()));
    }

    @Test
    void keepsOnlyTheHashOfTheRefreshToken() {
        Session session = fixture.sessions.logIn(EMAIL.value(), PASSWORD);

        assertThat(session.refreshToken()).matches("[A-Za-z0-9_-]{43}");
        assertThat(member.refreshTokens.tokens.toString()).doesNotContain(session.refreshToken());
        assertThat(session.toString()).doesNotContain(session.refreshToken());
    }

    @Test
    void beginsAnotherSessionEachTime() {
        fixture.sessions.logIn(EMAIL.value(), PASSWORD);
        fixture.sessions.logIn(EMAIL.value(), PASSWORD);

        assertThat(member.refreshTokens.tokens.values())
                .extracting(StoredToken::session)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "nobody@example.org", "not an address", ""})
    void saysTheSameAfterOneHashWhateverIsWrong(String email) {
        int before = member.hasher.hashings();

        assertRejected(
                () -> fixture.sessions.logIn(email, "a wrong password"),
                RejectionKind.UNAUTHENTICATED,
                "invalid_credentials");
        assertThat(member.hasher.hashings() - before).isEqualTo(1);
    }

    @Test
    void comparesOneHashWhenItSucceedsAsWell() {
        int before = member.hasher.hashings();
        fixture.sessions.logIn(EMAIL.value(), PASSWORD);

        assertThat(member.hasher.hashings() - before).isEqualTo(1);
    }

    @Test
    void isRefusedToTheSuspendedButOnlyWithTheRightPassword() {
        member.accounts.save(MemberFixture.ada(true, Role.MEMBER));

        assertRejected(
                () -> fixture.sessions.logIn(EMAIL.value(), "a wrong password"),
                RejectionKind.UNAUTHENTICATED,
                "invalid_credentials");
        assertRejected(
                () -> fixture.sessions.logIn(EMAIL.value(), PASSWORD), RejectionKind.FORBIDDEN, "account_suspended");
        assertThat(member.refreshTokens.tokens).isEmpty();
    }

    @Test
    void waitsForAnAccountThatWasCreatedAMomentAgo() {
        Account ada = member.accounts.find(ADA).orElseThrow();
        member.accounts.remove(ADA);
        fixture.whenAwaited = () -> member.accounts.save(ada);

        assertThat(fixture.sessions.logIn(EMAIL.value(), PASSWORD).account()).isEqualTo(ada);
    }

    @Test
    void isNotPossibleWithoutAnAccount() {
        member.accounts.remove(ADA);

        assertRejected(
                () -> fixture.sessions.logIn(EMAIL.value(), PASSWORD),
                RejectionKind.UNAUTHENTICATED,
                "invalid_credentials");
    }
}
