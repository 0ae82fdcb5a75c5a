package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.PasswordResetStore.PasswordReset;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordResetStore} promises. */
public abstract class PasswordResetStoreContract {
    private static final PasswordReset MIRAS =
            new PasswordReset(new UserId("usr_mira"), Instant.parse("2026-11-21T08:00:00Z"));
    private static final PasswordReset BENS =
            new PasswordReset(new UserId("usr_ben"), Instant.parse("2026-11-21T09:00:00Z"));
    private static final TokenHash FIRST = new TokenHash("a".repeat(64));
    private static final TokenHash SECOND = new TokenHash("b".repeat(64));
    private static final TokenHash THIRD = new TokenHash("c".repeat(64));

    /** An empty one; the same one throughout a test. */
    protected abstract PasswordResetStore store();

    @Test
    void keepsTheNewestTokenOfEachPerson() {
        store().replace(FIRST, MIRAS);
        store().replace(SECOND, BENS);
        store().replace(THIRD, MIRAS);

        assertThat(store().find(FIRST)).isEmpty();
        assertThat(store().find(SECOND)).contains(BENS);
        assertThat(store().find(THIRD)).contains(MIRAS);
    }

    @Test
    void letsATokenBeUsedOnce() {
        store().replace(FIRST, MIRAS);

        assertThat(store().use(FIRST)).isTrue();
        assertThat(store().use(FIRST)).isFalse();
        assertThat(store().use(SECOND)).isFalse();
        assertThat(store().find(FIRST)).isEmpty();
    }

    @Test
    void forgetsOnePersonsToken() {
        store().replace(FIRST, MIRAS);
        store().replace(SECOND, BENS);

        store().remove(MIRAS.user());

        assertThat(store().find(FIRST)).isEmpty();
        assertThat(store().find(SECOND)).contains(BENS);
    }
}
