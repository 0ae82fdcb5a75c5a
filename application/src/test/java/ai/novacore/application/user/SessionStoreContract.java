package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.SessionStore.StoredSession;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} promises. */
public abstract class SessionStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId BEN = new UserId("usr_ben");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(30));

    /** An empty one; the same one throughout a test. */
    protected abstract SessionStore store();

    /** The accounts whose sessions they are. */
    protected abstract AccountStore accounts();

    @Test
    void findsWhatHasBegun() {
        StoredSession phone = session("ses_phone", MIRA);
        store().begin(phone);

        assertThat(store().find("ses_phone")).contains(phone);
        assertThat(store().find("ses_other")).isEmpty();
    }

    @Test
    void showsTheOpenOnesOfOnePerson() {
        store().begin(session("ses_phone", MIRA));
        store().begin(session("ses_laptop", MIRA));
        store().begin(session("ses_ended", MIRA));
        store().begin(session("ses_ben", BEN));
        store().end("ses_ended", NOW);
        store().extend("ses_phone", NOW.plusSeconds(60), END.plusSeconds(60));

        assertThat(store().open(MIRA, NOW)).extracting(StoredSession::id).containsExactly("ses_phone", "ses_laptop");
        assertThat(store().open(MIRA, NOW).getFirst().lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(store().open(MIRA, END)).extracting(StoredSession::id).containsExactly("ses_phone");
    }

    @Test
    void endsASessionOnce() {
        store().begin(session("ses_phone", MIRA));

        assertThat(store().end("ses_phone", NOW)).isTrue();
        assertThat(store().end("ses_phone", NOW.plusSeconds(1))).isFalse();
        assertThat(store().end("ses_other", NOW)).isFalse();
        assertThat(store().find("ses_phone").orElseThrow().endedAt()).isEqualTo(NOW);
    }

    @Test
    void letsOneOfManyEndASession() throws Exception {
        store().begin(session("ses_phone", MIRA));
        List<Callable<Boolean>> attempts = Collections.nCopies(8, () -> store().end("ses_phone", NOW));
        int succeeded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                succeeded += attempt.get() ? 1 : 0;
            }
        }

        assertThat(succeeded).isEqualTo(1);
    }

    @Test
    void endsAllOfAPersonButOne() {
        store().begin(session("ses_phone", MIRA));
        store().begin(session("ses_laptop", MIRA));
        store().begin(session("ses_ben", BEN));

        store().endAll(MIRA, "ses_laptop", NOW);
        assertThat(store().open(MIRA, NOW)).extracting(StoredSession::id).containsExactly("ses_laptop");
        store().endAll(MIRA, null, NOW);

        assertThat(store().open(MIRA, NOW)).isEmpty();
        assertThat(store().open(BEN, NOW)).hasSize(1);
    }

    @Test
    void saysWhatOpenSessionsMayDo() {
        accounts().save(account(MIRA, Standing.ACTIVE, Role.MEMBER, Role.SUPPORT));
        accounts().save(account(BEN, Standing.SUSPENDED, Role.MEMBER));
        UserId eve = new UserId("usr_eve");
        accounts().save(account(eve, Standing.CLOSING, Role.MEMBER));
        store().begin(session("ses_phone", MIRA));
        store().begin(session("ses_ended", MIRA));
        store().begin(session("ses_ben", BEN));
        store().begin(session("ses_eve", eve));
        store().begin(session("ses_nobody", new UserId("usr_nobody")));
        store().end("ses_ended", NOW);
        List<String> all = List.of("ses_phone", "ses_ended", "ses_ben", "ses_eve", "ses_nobody", "ses_unknown");

        assertThat(store().access(all, NOW))
                .isEqualTo(Map.of(
                        "ses_phone", new Access(MIRA, List.of(Role.MEMBER, Role.SUPPORT), Tier.PRO, false),
                        "ses_ben", new Access(BEN, List.of(Role.MEMBER), Tier.PRO, true)));
        assertThat(store().access(all, END)).isEmpty();
        assertThat(store().access(List.of(), NOW)).isEmpty();
    }

    @Test
    void forgetsWhatIsLongOver() {
        store().begin(session("ses_phone", MIRA));
        store().begin(session("ses_ended", MIRA));
        store().end("ses_ended", NOW);

        assertThat(store().forget(NOW)).isZero();
        assertThat(store().forget(NOW.plusMillis(1))).isEqualTo(1);
        assertThat(store().find("ses_ended")).isEmpty();
        assertThat(store().forget(END.plusMillis(1))).isEqualTo(1);
        assertThat(store().find("ses_phone")).isEmpty();
    }

    @Test
    void forgetsOnePersonsSessions() {
        store().begin(session("ses_phone", MIRA));
        store().begin(session("ses_ben", BEN));

        store().remove(MIRA);

        assertThat(store().find("ses_phone")).isEmpty();
        assertThat(store().find("ses_ben")).isPresent();
    }

    private static StoredSession session(String id, UserId user) {
        return new StoredSession(id, user, "Firefox on Linux", NOW, NOW, END, null);
    }

    private static Account account(UserId id, Standing standing, Role... roles) {
        return new Account(id, id.value() + "@example.org", "Mira", null, Tier.PRO, List.of(roles), standing, NOW);
    }
}
