package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.SessionFixture.LAPTOP;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.in.SessionUseCase.Client;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Five failures in fifteen minutes, for an account and for an address; checklist 14 and 17. */
class ThrottlingAttempts {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final SessionFixture fixture = new SessionFixture();
    private final MemberFixture member = fixture.member;

    @Test
    void refusesEvenTheRightPasswordAfterFiveFailures() {
        fail(5, EMAIL.value(), "192.0.2.1");

        assertThatThrownBy(() -> logIn("192.0.2.2")).isInstanceOfSatisfying(TooOften.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("login_throttled");
            assertThat(refusal.retryAt()).isEqualTo(member.clock.instant().plus(QUARTER));
        });
    }

    @Test
    void letsInAgainAfterFifteenMinutes() {
        fail(5, EMAIL.value(), "192.0.2.1");
        member.clock.advance(QUARTER.minusMillis(1));
        assertThrottled("192.0.2.2");

        member.clock.advance(Duration.ofMillis(1));
        logIn("192.0.2.2");
    }

    @Test
    void countsAnAddressThatTriesManyAccounts() {
        for (int i = 0; i < 5; i++) {
            fail(1, "nobody" + i + "@example.org", "192.0.2.1");
        }

        assertThrottled("192.0.2.1");
        logIn("192.0.2.2");
    }

    @Test
    void countsAnAccountThatManyAddressesTry() {
        for (int i = 0; i < 5; i++) {
            fail(1, i % 2 == 0 ? EMAIL.value() : " ADA@Example.org ", "192.0.2." + i);
        }

        assertThrottled("192.0.2.99");
    }

    @Test
    void throttlesUnknownAccountsInTheSameWay() {
        fail(5, "nobody@example.org", "192.0.2.1");

        assertRejected(
                () -> fixture.sessions.logIn("nobody@example.org", "wrong", new Client("192.0.2.2", "")),
                RejectionKind.LIMIT_REACHED,
                "login_throttled");
    }

    @Test
    void hashesNothingForWhoeverIsThrottled() {
        fail(5, EMAIL.value(), "192.0.2.1");
        int before = member.hasher.hashings();
        assertThrottled("192.0.2.2");

        assertThat(member.hasher.hashings()).isEqualTo(before);
    }

    @Test
    void forgetsTheFailuresOfAnAccountWithASuccessButNotThoseOfTheAddress() {
        fail(4, EMAIL.value(), "192.0.2.1");
        logIn("192.0.2.2");
        fail(4, EMAIL.value(), "192.0.2.3");
        logIn("192.0.2.4");

        fail(1, EMAIL.value(), "192.0.2.1");
        assertThrottled("192.0.2.1");
    }

    @Test
    void countsNoSuccesses() {
        for (int i = 0; i < 20; i++) {
            logIn("192.0.2.1");
        }
        assertThat(fixture.sessions.open(ADA)).hasSize(20);
    }

    @Test
    void countsNoRefusalsForOtherReasons() {
        member.accounts.save(MemberFixture.ada(true, Role.MEMBER));
        for (int i = 0; i < 20; i++) {
            assertRejected(() -> logIn("192.0.2.1"), RejectionKind.FORBIDDEN, "account_suspended");
        }
    }

    @Test
    void countsWrongPasswordsOfPeopleWhoAreLoggedIn() {
        for (int i = 0; i < 5; i++) {
            assertRejected(
                    () -> fixture.passwords.confirm(MemberFixture.ada(false, Role.MEMBER), "wrong"),
                    RejectionKind.UNAUTHENTICATED,
                    "invalid_credentials");
        }

        assertThrottled(LAPTOP.address());
    }

    private void fail(int times, String email, String address) {
        for (int i = 0; i < times; i++) {
            assertRejected(
                    () -> fixture.sessions.logIn(email, "wrong", new Client(address, "")),
                    RejectionKind.UNAUTHENTICATED,
                    "invalid_credentials");
        }
    }

    private void logIn(String address) {
        fixture.sessions.logIn(EMAIL.value(), PASSWORD, new Client(address, ""));
    }

    private void assertThrottled(String address) {
        assertRejected(() -> logIn(address), RejectionKind.LIMIT_REACHED, "login_throttled");
    }
}
