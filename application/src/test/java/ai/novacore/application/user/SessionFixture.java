package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.in.SessionUseCase.Client;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.RejectionKind;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sessions over the stores of {@link MemberFixture}, in which Ada has an account. */
final class SessionFixture {
    static final Client LAPTOP = new Client("192.0.2.7", "Firefox on Linux");

    final MemberFixture member = new MemberFixture().withAda();
    final PlainAccessTokenIssuer accessTokens = new PlainAccessTokenIssuer();
    Runnable whenAwaited = () -> {};
    final PasswordCheck passwords =
            new PasswordCheck(member.registry, member.credentials, member.hasher, member.throttle, member.secrets);
    final Sessions sessions = new Sessions(
            passwords,
            member.accounts,
            member.sessions,
            member.refreshTokens,
            new SessionTokens(
                    member.sessions, member.refreshTokens, accessTokens, member.secrets, member.ids, member.clock),
            member.commands,
            _ -> {
                whenAwaited.run();
                return true;
            },
            member.metrics,
            member.clock);

    Session logIn() {
        return logIn(EMAIL.value(), PASSWORD);
    }

    Session logIn(String email, String password) {
        return sessions.logIn(email, password, LAPTOP);
    }

    /** The id of a session, as its access token names it. */
    String idOf(Session session) {
        return Objects.requireNonNull(
                        accessTokens.issued().get(session.accessToken().value()))
                .session();
    }

    static void assertRejected(ThrowingCallable call, RejectionKind kind, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainRejection.class, rejection -> {
            assertThat(rejection.kind()).isEqualTo(kind);
            assertThat(rejection.code()).isEqualTo(code);
        });
    }
}
