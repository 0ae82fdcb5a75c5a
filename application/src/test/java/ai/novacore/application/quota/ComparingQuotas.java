package ai.novacore.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparingQuotas {
    private static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    private static final TurnId TURN = new TurnId("trn_1");

    private final ManualClock clock = new ManualClock();
    private final InMemoryQuotaUsage usage = new InMemoryQuotaUsage();
    private final QuotaUsageProjection projection = new QuotaUsageProjection(usage);
    private final Streams log = new Streams();
    private final QuotaAudit audit = new QuotaAudit(usage, log, clock);
    private final QuotaId day = QuotaId.on(new UserId("usr_ada"), clock.instant());

    @Test
    void agreesWithWhatTheEventsProve() {
        history(day).forEach(projection::project);
        clock.advance(Duration.ofHours(1));

        audit.compare(10);

        assertThat(audit.mismatches()).isZero();
    }

    @Test
    void findsASumThatNoEventsProve() {
        history(day).forEach(projection::project);
        usage.reserve(day, new TurnId("trn_9"), 7);

        audit.compare(10);

        assertThat(audit.mismatches()).isOne();
    }

    @Test
    void findsAnEventThatWasLeftOut() {
        List<QuotaEvent> events = history(day);
        projection.project(events.getFirst());
        clock.advance(Duration.ofMinutes(2));

        audit.compare(10);

        assertThat(audit.mismatches()).isOne();
    }

    @Test
    void bearsWithWhatIsOnlyBehind() {
        projection.project(history(day).getFirst());

        audit.compare(10);

        assertThat(audit.mismatches()).isZero();
    }

    @Test
    void goesRoundAndForgetsWhatWasPutRight() {
        for (String name : List.of("usr_bob", "usr_cem", "usr_dea")) {
            QuotaId other = QuotaId.on(new UserId(name), clock.instant());
            history(other).forEach(projection::project);
        }
        history(day).forEach(projection::project);
        usage.saveAllowance(day, new Allowance(Tier.PRO, 5_000, 5_000_000));

        audit.compare(2);
        assertThat(audit.mismatches()).isOne();
        usage.saveAllowance(day, FREE);
        audit.compare(3);
        assertThat(audit.mismatches()).as("until the next round is over").isOne();
        audit.compare(3);
        audit.compare(3);
        assertThat(audit.mismatches()).isZero();
    }

    private List<QuotaEvent> history(QuotaId of) {
        Instant at = clock.instant();
        List<QuotaEvent> events = List.of(
                new QuotaOpened(of, at, FREE),
                new UsageReserved(of, at, TURN, 100, 200),
                new UsageSettled(of, at, TURN, "llama3.2", 90, 50, 0));
        events.forEach(log::add);
        return events;
    }

    private static final class Streams implements EventLog {
        private final List<Recorded> all = new ArrayList<>();

        void add(QuotaEvent event) {
            long sequence = stream(event.id(), 0, Integer.MAX_VALUE).size();
            all.add(new Recorded(all.size() + 1L, sequence, "quota", "a-request", Actor.system("test"), event));
        }

        @Override
        public List<Recorded> after(long position, @Nullable String correlationId, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Recorded> stream(AggregateId id, long fromSequence, int limit) {
            return all.stream()
                    .filter(one -> one.event().id().equals(id) && one.sequence() >= fromSequence)
                    .limit(limit)
                    .toList();
        }
    }
}
