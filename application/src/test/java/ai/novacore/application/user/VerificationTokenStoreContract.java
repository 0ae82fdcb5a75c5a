package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import org.junit.jupiter.api.Test;

/** What every {@link VerificationTokenStore} promises. */
public abstract class VerificationTokenStoreContract {

    /** An empty one; the same one throughout a test. */
    protected abstract VerificationTokenStore store();

    @Test
    void knowsWhoseATokenIs() {
        TokenHash first = new TokenHash("a".repeat(64));
        TokenHash second = new TokenHash("b".repeat(64));
        TokenHash others = new TokenHash("c".repeat(64));
        store().add(first, new UserId("usr_mira"));
        store().add(second, new UserId("usr_mira"));
        store().add(others, new UserId("usr_other"));

        assertThat(store().owner(first)).contains(new UserId("usr_mira"));
        assertThat(store().owner(second)).contains(new UserId("usr_mira"));
        assertThat(store().owner(others)).contains(new UserId("usr_other"));
        assertThat(store().owner(new TokenHash("d".repeat(64)))).isEmpty();
    }

    @Test
    void removesAllTokensOfAPerson() {
        TokenHash first = new TokenHash("a".repeat(64));
        TokenHash second = new TokenHash("b".repeat(64));
        TokenHash others = new TokenHash("c".repeat(64));
        store().add(first, new UserId("usr_mira"));
        store().add(second, new UserId("usr_mira"));
        store().add(others, new UserId("usr_other"));

        store().removeAll(new UserId("usr_mira"));

        assertThat(store().owner(first)).isEmpty();
        assertThat(store().owner(second)).isEmpty();
        assertThat(store().owner(others)).contains(new UserId("usr_other"));
    }
}
