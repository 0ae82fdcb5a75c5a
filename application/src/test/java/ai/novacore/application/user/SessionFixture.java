package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.RejectionKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sessions over the stores of {@link MemberFixture}, in which Ada has an account. */
final class SessionFixture {
    final MemberFixture member = new MemberFixture().withAda();
    final PlainAccessTokenIssuer accessTokens = new PlainAccessTokenIssuer();
    Runnable whenAwaited = () -> {};
    final Sessions sessions = new Sessions(
            member.registry,
            member.credentials,
            member.accounts,
            member.refreshTokens,
            member.hasher,
            accessTokens,
            member.commands,
            _ -> {
                whenAwaited.run();
                return true;
            },
            member.secrets,
            member.ids,
            member.clock);

    static void assertRejected(ThrowingCallable call, RejectionKind kind, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainRejection.class, rejection -> {
            assertThat(rejection.kind()).isEqualTo(kind);
            assertThat(rejection.code()).isEqualTo(code);
        });
    }
}
