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
    void forgetsOnePersonsTokens() {
        UserId mira = new UserId("usr_mira");
        UserId ben = new UserId("usr_ben");
        TokenHash miras = new TokenHash("d".repeat(64));
        TokenHash bens = new TokenHash("e".repeat(64));
        store().add(miras, mira);
        store().add(bens, ben);

        store().remove(mira);

        assertThat(store().owner(miras)).isEmpty();
        assertThat(store().owner(bens)).contains(ben);
    }
}
