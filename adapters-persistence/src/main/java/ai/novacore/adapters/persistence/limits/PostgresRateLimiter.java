package ai.novacore.adapters.persistence.limits;

import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.port.out.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.TimeoutException;
import io.github.bucket4j.distributed.jdbc.CustomColumnProvider;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Counts for all nodes that share a database. Takes connections of its own beside the caller's transaction: what that
 * takes back stays counted. Costs some milliseconds and about four statements each time.
 */
public final class PostgresRateLimiter implements RateLimiter {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String TABLE = "account.rate_limit";
    private static final String QUERY_CANCELED = "57014";

    private final DataSource database;
    private final Clock clock;
    private final ProxyManager<Long> buckets;

    public PostgresRateLimiter(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table(TABLE)
                .clientClock(Buckets.by(clock))
                .requestTimeout(PATIENCE)
                .addCustomColumn(new FullAt())
                .build();
    }

    @Override
    public Decision take(Limit limit, String key) {
        return inTime(() -> {
            if (!limit.gradual()) {
                // The library counts periods from when it made the bucket; here one begins with the first permit.
                removeIfFull(limit, key);
            }
            return Buckets.decision(bucket(limit, key).tryConsumeAndReturnRemaining(1));
        });
    }

    @Override
    public void giveBack(Limit limit, String key) {
        inTime(() -> {
            bucket(limit, key).addTokens(1);
            return removeIfFull(limit, key);
        });
    }

    @Override
    public void forget(Limit limit, String key) {
        inTime(() -> {
            buckets.removeProxy(Buckets.id(limit, key));
            return true;
        });
    }

    /** Removes the buckets that are full again; none of them differs from one that was never used. */
    public int purge() {
        return inTime(() -> delete("delete from " + TABLE + " where full_at <= ?"));
    }

    private Bucket bucket(Limit limit, String key) {
        BucketConfiguration configuration =
                BucketConfiguration.builder().addLimit(Buckets.bandwidth(limit)).build();
        return buckets.builder().build(Buckets.id(limit, key), () -> configuration);
    }

    /** In one statement: whoever takes a permit at the same moment moves the time in the row first, or finds no row. */
    private int removeIfFull(Limit limit, String key) {
        return delete("delete from " + TABLE + " where full_at <= ? and id = " + Buckets.id(limit, key));
    }

    private int delete(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) PATIENCE.toSeconds());
            statement.setLong(1, clock.millis());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new BucketExecutionException(e);
        }
    }

    /** Tells when a bucket is full again; the library's own column goes by the machine's clock. */
    private static final class FullAt implements CustomColumnProvider<Long> {
        @Override
        public void setCustomField(
                Long id, int index, PreparedStatement statement, RemoteBucketState bucket, long nowNanos)
                throws SQLException {
            long nanos = nowNanos + bucket.calculateFullRefillingTime(nowNanos);
            statement.setLong(index, Math.ceilDiv(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
        }

        @Override
        public String getCustomFieldName() {
            return "full_at";
        }
    }

    private static <T> T inTime(Supplier<T> work) {
        try {
            return work.get();
        } catch (TimeoutException e) {
            throw new OverloadedException("the store of the rate limits did not answer in time");
        } catch (BucketExecutionException e) {
            if (e.getCause() instanceof SQLTransientConnectionException
                    || e.getCause() instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState())) {
                throw new OverloadedException("the store of the rate limits did not answer in time");
            }
            throw e;
        }
    }
}
