package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.RefreshTokenStore.StoredToken;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.SessionStore.StoredSession;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link RefreshTokenStore} promises. */
public abstract class RefreshTokenStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final TokenHash TOKEN = new TokenHash("a".repeat(64));
    private static final TokenHash NEXT = new TokenHash("b".repeat(64));
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    /** An empty one; the same one throughout a test. */
    protected abstract RefreshTokenStore store();

    /** Where the sessions are kept that the tokens belong to. */
    protected abstract SessionStore sessions();

    @Test
    void findsWhatWasAdded() {
        add(TOKEN, "phone");

        assertThat(store().find(TOKEN)).contains(new StoredToken("phone", LATER, null));
        assertThat(store().find(NEXT)).isEmpty();
    }

    @Test
    void letsATokenBeUsedOnce() {
        add(TOKEN, "phone");

        assertThat(store().use(TOKEN, NOW)).isTrue();
        assertThat(store().use(TOKEN, NOW.plusSeconds(1))).isFalse();
        assertThat(store().use(NEXT, NOW)).isFalse();
        assertThat(store().find(TOKEN)).contains(new StoredToken("phone", LATER, NOW));
    }

    @Test
    void letsOneOfManyUsesSucceed() throws Exception {
        add(TOKEN, "phone");
        List<Callable<Boolean>> uses = Collections.nCopies(8, () -> store().use(TOKEN, NOW));
        int succeeded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> use : threads.invokeAll(uses)) {
                succeeded += use.get() ? 1 : 0;
            }
        }

        assertThat(succeeded).isEqualTo(1);
    }

    private void add(TokenHash token, String session) {
        sessions().begin(new StoredSession(session, MIRA, "", NOW, NOW, LATER, null));
        store().add(token, session, LATER);
    }
}
