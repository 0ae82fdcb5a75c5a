package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.conversation.port.out.IdempotencyKeys.Use;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyKeys} promises. */
public abstract class IdempotencyKeysContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId NOOR = new UserId("usr_noor");
    private static final Use FIRST = new Use("f1", new TurnId("trn_1"));
    private static final Use SECOND = new Use("f2", new TurnId("trn_2"));

    /** An empty one; the same one throughout a test. */
    protected abstract IdempotencyKeys keys();

    @Test
    void givesAKeyToTheFirst() {
        assertThat(keys().find(MIRA, "k")).isEmpty();
        assertThat(keys().claim(MIRA, "k", FIRST, NOW)).isEmpty();
        assertThat(keys().claim(MIRA, "k", SECOND, NOW)).contains(FIRST);
        assertThat(keys().find(MIRA, "k")).contains(FIRST);
    }

    @Test
    void keepsPeopleAndKeysApart() {
        keys().claim(MIRA, "k", FIRST, NOW);

        assertThat(keys().claim(NOOR, "k", SECOND, NOW)).isEmpty();
        assertThat(keys().claim(MIRA, "K", SECOND, NOW)).isEmpty();
        keys().removeAll(MIRA);
        assertThat(keys().find(MIRA, "k")).isEmpty();
        assertThat(keys().find(NOOR, "k")).contains(SECOND);
    }

    @Test
    void freesOldKeys() {
        keys().claim(MIRA, "old", FIRST, NOW.minusSeconds(1));
        keys().claim(MIRA, "new", SECOND, NOW);
        keys().forgetBefore(NOW);

        assertThat(keys().find(MIRA, "old")).isEmpty();
        assertThat(keys().find(MIRA, "new")).contains(SECOND);
    }
}
