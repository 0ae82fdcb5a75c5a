package ai.novacore.adapters.persistence.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.RateLimiterContract;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OnPostgres.class)
class LimitingRatesInPostgres extends RateLimiterContract {
    private static final Limit TWO = Limit.within("two", 2, Duration.ofMinutes(1));
    private static final Limit STEADY = Limit.perMinute("steady", 60, 2);
    private static final String MAIL = "anna@example.org";

    private final ManualClock clock = new ManualClock();
    private final PostgresRateLimiter limiter = node();

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    @Override
    protected ManualClock clock() {
        return clock;
    }

    @Test
    void countsForAllNodesTogether() {
        RateLimiter otherNode = node();
        limiter.take(TWO, MAIL);

        assertThat(otherNode.take(TWO, MAIL).remaining()).isZero();
        assertThat(limiter.take(TWO, MAIL).granted()).isFalse();
        otherNode.forget(TWO, MAIL);
        assertThat(limiter.take(TWO, MAIL).granted()).isTrue();
    }

    @Test
    void keepsCountingWhatTheCallerTakesBack() {
        OnPostgres.transaction().executeWithoutResult(transaction -> {
            limiter.take(TWO, MAIL);
            limiter.take(TWO, MAIL);
            transaction.setRollbackOnly();
        });

        assertThat(limiter.take(TWO, MAIL).granted()).isFalse();
    }

    @Test
    void keepsNothingThatIsFull() {
        limiter.take(TWO, MAIL);
        limiter.take(STEADY, MAIL);
        limiter.giveBack(Limit.within("never used", 2, Duration.ofMinutes(1)), MAIL);
        assertThat(rows()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(1));
        assertThat(limiter.purge()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(58));
        assertThat(limiter.purge()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limiter.purge()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void givesUpOnABucketThatIsHeldTooLong() {
        limiter.take(STEADY, MAIL);

        OnPostgres.transaction().executeWithoutResult(transaction -> {
            jdbc().sql("select id from account.rate_limit for update")
                    .query(Long.class)
                    .list();
            assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> limiter.take(STEADY, MAIL));
        });

        assertThat(limiter.take(STEADY, MAIL).granted()).isTrue();
    }

    private PostgresRateLimiter node() {
        return new PostgresRateLimiter(OnPostgres.bean(DataSource.class), clock);
    }

    private static JdbcClient jdbc() {
        return OnPostgres.bean(JdbcClient.class);
    }

    private static long rows() {
        return jdbc().sql("select count(*) from account.rate_limit")
                .query(Long.class)
                .single();
    }
}
