package ai.novacore.adapters.persistence.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.UserId;
import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node on one single connection: whoever asks for a second one beside it waits in vain. */
class SealingInTransactions {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final String TEXT = "met at the harbour";

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource single = poolOfOne(database.url());
    private final JdbcClient jdbc = JdbcClient.create(single);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(single));
    private final PersonalKeys keys = node();

    private static HikariDataSource poolOfOne(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    /** Keys as another node or a restarted one sees them, with nothing in memory. */
    private PersonalKeys node() {
        return new KeyPersistence().personalKeys(jdbc, OnPostgres.MASTERS);
    }

    @AfterEach
    void close() {
        single.close();
        database.close();
    }

    @Test
    void needsNoSecondConnection() {
        String sealed = inTransaction(() -> {
            String first = keys.seal(MIRA, TEXT);
            assertThat(keys.open(MIRA, first)).contains(TEXT);
            keys.destroy(new UserId("usr_noah"));
            return first;
        });

        assertThat(node().open(MIRA, sealed)).contains(TEXT);
    }

    /** A key that was never committed must not be used again: nobody could ever open what was sealed under it. */
    @Test
    void forgetsAKeyThatWasTakenBack() {
        transaction.executeWithoutResult(undone -> {
            String lost = keys.seal(MIRA, TEXT);
            assertThat(keys.open(MIRA, lost)).contains(TEXT);
            undone.setRollbackOnly();
        });

        String sealed = keys.seal(MIRA, TEXT);

        assertThat(node().open(MIRA, sealed)).contains(TEXT);
        assertThat(keys.open(MIRA, sealed)).contains(TEXT);
    }

    @Test
    void keepsAKeyWhoseDestructionWasTakenBack() {
        String sealed = keys.seal(MIRA, TEXT);

        transaction.executeWithoutResult(undone -> {
            keys.destroy(MIRA);
            assertThat(keys.open(MIRA, sealed)).isEmpty();
            undone.setRollbackOnly();
        });

        assertThat(keys.open(MIRA, sealed)).contains(TEXT);
        assertThat(node().open(MIRA, keys.seal(MIRA, TEXT))).contains(TEXT);
    }

    @Test
    void losesTheKeyWithTheTransactionThatDestroysIt() {
        String sealed = keys.seal(MIRA, TEXT);

        inTransaction(() -> {
            keys.destroy(MIRA);
            return sealed;
        });

        assertThat(keys.open(MIRA, sealed)).isEmpty();
        assertThat(node().open(MIRA, sealed)).isEmpty();
        Map<String, @Nullable Object> row =
                jdbc.sql("select * from eventstore.personal_key").query().singleRow();
        assertThat(row).containsEntry("wrapped_key", null).containsEntry("wrapped_by", null);
        assertThat(row.get("destroyed_at")).isNotNull();
    }

    @Test
    void followsAnotherNodeWithinAMinute() {
        AtomicLong nanos = new AtomicLong();
        Ticker time = nanos::get;
        PersonalKeys here = new TinkPersonalKeys(jdbc, new WrappedKeys(OnPostgres.MASTERS), time);
        String sealed = here.seal(MIRA, TEXT);
        assertThat(here.open(MIRA, sealed)).contains(TEXT);

        node().destroy(MIRA);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(here.open(MIRA, sealed)).isEmpty();
        assertThat(here.open(MIRA, here.seal(MIRA, TEXT))).isEmpty();
    }

    /** Whoever can write to the table cannot give one person's key to another. */
    @Test
    void wrapsAKeyForOnePersonOnly() {
        keys.seal(MIRA, TEXT);
        jdbc.sql("update eventstore.personal_key set person = 'usr_noah'").update();

        assertThatIllegalStateException()
                .isThrownBy(() -> node().seal(new UserId("usr_noah"), TEXT))
                .withMessageContaining("cannot be unwrapped");
    }

    private String inTransaction(Supplier<String> work) {
        String result = transaction.execute(running -> work.get());
        assertThat(result).isNotNull();
        return result == null ? "" : result;
    }
}
