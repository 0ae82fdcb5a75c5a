package ai.novacore.adapters.persistence.keys;

import ai.novacore.adapters.persistence.keys.WrappedKeys.Wrapped;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.UserId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * AES-256-GCM under a key for each person. Keys are kept wrapped in one table and, for a short time, unwrapped in memory:
 * only those of transactions that have ended, so that nothing is ever sealed under a key that is not there for good.
 */
final class TinkPersonalKeys implements PersonalKeys {
    /** How long another node may go on with a key that was destroyed. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MOST_KEPT = 20_000;

    /** {@code unsettled}: written by the transaction that reads it, which may still be undone. */
    private static final String FIND = """
            select wrapped_key, wrapped_by,
                   coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as unsettled
            from eventstore.personal_key where person = :person""";

    private static final String ADD = """
            insert into eventstore.personal_key (person, wrapped_key, wrapped_by) values (:person, :key, :master)
            on conflict (person) do nothing""";

    private static final String DESTROY = """
            insert into eventstore.personal_key as known (person, destroyed_at) values (:person, now())
            on conflict (person) do update
            set wrapped_key = null, wrapped_by = null, destroyed_at = excluded.destroyed_at
            where known.destroyed_at is null""";

    /** @param cipher absent when the key was destroyed */
    private record Key(@Nullable Aead cipher) {
        static final Key DESTROYED = new Key(null);
    }

    private final JdbcClient jdbc;
    private final WrappedKeys wrapped;
    private final Cache<UserId, Key> settled;

    /** @param time by which keys are forgotten again */
    TinkPersonalKeys(JdbcClient jdbc, WrappedKeys wrapped, Ticker time) {
        this.jdbc = jdbc;
        this.wrapped = wrapped;
        this.settled = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(KEPT)
                .ticker(time)
                .build();
    }

    @Override
    public String seal(UserId person, String text) {
        Aead cipher = find(person).orElseGet(() -> add(person)).cipher();
        if (cipher == null) {
            return "";
        }
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher.encrypt(text.getBytes(StandardCharsets.UTF_8), WrappedKeys.about(person)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text cannot be sealed", e);
        }
    }

    @Override
    public Optional<String> open(UserId person, String sealed) {
        Aead cipher = find(person).map(Key::cipher).orElse(null);
        if (cipher == null || sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] text = cipher.decrypt(Base64.getDecoder().decode(sealed), WrappedKeys.about(person));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed for " + person.value() + ", or changed since", e);
        }
    }

    @Override
    public void destroy(UserId person) {
        jdbc.sql(DESTROY).param("person", person.value()).update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            settled.invalidate(person);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    settled.put(person, Key.DESTROYED);
                }
            });
        } else {
            settled.put(person, Key.DESTROYED);
        }
    }

    /** Not loaded through the cache: whoever waits there for another's query would hold a connection that it needs. */
    private Optional<Key> find(UserId person) {
        Key known = settled.getIfPresent(person);
        return known == null ? read(person) : Optional.of(known);
    }

    private Optional<Key> read(UserId person) {
        return jdbc.sql(FIND)
                .param("person", person.value())
                .query((row, n) -> key(person, row))
                .optional();
    }

    private Key key(UserId person, ResultSet row) throws SQLException {
        String text = row.getString("wrapped_key");
        Key key = text == null
                ? Key.DESTROYED
                : new Key(wrapped.unwrap(new Wrapped(text, row.getString("wrapped_by")), person));
        if (row.getBoolean("unsettled")) {
            return key;
        }
        // What was destroyed in the meantime stays so.
        return Objects.requireNonNullElse(settled.asMap().putIfAbsent(person, key), key);
    }

    /** Adds a key unless somebody else has just done so; waits for them if they have not committed yet. */
    private Key add(UserId person) {
        Wrapped fresh = wrapped.generate(person);
        jdbc.sql(ADD)
                .param("person", person.value())
                .param("key", fresh.key())
                .param("master", fresh.master())
                .update();
        return read(person)
                .orElseThrow(() -> new IllegalStateException("the key of " + person.value() + " is missing"));
    }
}
