package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} does. Each test has a log of its own that is empty. */
public abstract class EventLogContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Actor ACTOR = Actor.system("test");
    private static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    private static final QuotaId ADA = QuotaId.on(new UserId("usr_ada"), NOON);
    private static final QuotaId BOB = QuotaId.on(new UserId("usr_bob"), NOON);

    /** Records in the log. */
    protected abstract CommandDispatcher commands();

    protected abstract EventLog log();

    @Test
    public void isEmptyBeforeAnythingHappened() {
        assertThat(log().after(0, null, 10)).isEmpty();
    }

    @Test
    public void showsEverythingOldestFirst() {
        record("r1", reserve(ADA, "1"), reserve(BOB, "1"), reserve(ADA, "2"));

        List<Recorded> all = log().after(0, null, 10);

        assertThat(all)
                .extracting(Recorded::type)
                .containsExactly(
                        "quota.opened/1",
                        "quota.usage-reserved/1",
                        "quota.opened/1",
                        "quota.usage-reserved/1",
                        "quota.usage-reserved/1");
        assertThat(all).extracting(recorded -> recorded.event().id()).containsExactly(ADA, ADA, BOB, BOB, ADA);
        assertThat(all).extracting(Recorded::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    public void countsEachStreamFromZero() {
        record("r1", reserve(ADA, "1"), reserve(BOB, "1"), reserve(ADA, "2"));

        assertThat(log().after(0, null, 10)).extracting(Recorded::sequence).containsExactly(0L, 1L, 0L, 1L, 2L);
    }

    @Test
    public void givesTheEventsAsTheyWereDecided() {
        List<DomainEvent> decided = commands().dispatch(reserve(ADA, "1"));

        assertThat(log().after(0, null, 10)).extracting(Recorded::event).isEqualTo(decided);
    }

    @Test
    public void goesOnAfterAPosition() {
        record("r1", reserve(ADA, "1"), reserve(BOB, "1"), reserve(ADA, "2"));
        List<Recorded> paged = new ArrayList<>();
        List<Recorded> page = log().after(0, null, 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page);
            page = log().after(paged.getLast().position(), null, 2);
        }

        assertThat(paged).hasSize(5).isEqualTo(log().after(0, null, 10));
    }

    @Test
    public void showsNothingAfterTheEnd() {
        record("r1", new OpenQuota(ADA, ACTOR, NOON, FREE));
        long end = log().after(0, null, 10).getLast().position();

        assertThat(log().after(end, null, 10)).isEmpty();
    }

    @Test
    public void showsWhatOneRequestCaused() {
        record("r1", reserve(ADA, "1"));
        record("r2", reserve(ADA, "2"), reserve(BOB, "1"));

        List<Recorded> ofTheSecond = log().after(0, "r2", 10);

        assertThat(ofTheSecond)
                .hasSize(3)
                .allMatch(recorded -> recorded.correlationId().equals("r2"));
        assertThat(log().after(0, "r2", 1)).containsExactly(ofTheSecond.getFirst());
        assertThat(log().after(ofTheSecond.getFirst().position(), "r2", 10)).isEqualTo(ofTheSecond.subList(1, 3));
        assertThat(log().after(0, "r3", 10)).isEmpty();
    }

    @Test
    public void showsOneStream() {
        record("r1", reserve(ADA, "1"), reserve(BOB, "1"), reserve(ADA, "2"));

        List<Recorded> ofAda = log().stream(ADA, 0, 10);

        assertThat(ofAda).extracting(Recorded::sequence).containsExactly(0L, 1L, 2L);
        assertThat(ofAda).allMatch(recorded -> recorded.event().id().equals(ADA));
        assertThat(log().stream(ADA, 1, 1)).containsExactly(ofAda.get(1));
        assertThat(log().stream(ADA, 3, 10)).isEmpty();
        assertThat(log().stream(QuotaId.on(new UserId("usr_eve"), NOON), 0, 10)).isEmpty();
    }

    @Test
    public void saysWhoItWas() {
        record("r1", reserve(ADA, "1"));

        assertThat(log().stream(ADA, 0, 10)).extracting(Recorded::actor).containsOnly(ACTOR);
    }

    private void record(String request, DomainCommand... commands) {
        new Correlation(request, ACTOR).run(() -> List.of(commands).forEach(commands()::dispatch));
    }

    private static ReserveUsage reserve(QuotaId id, String turn) {
        return new ReserveUsage(id, ACTOR, NOON, FREE, new TurnId("trn_" + turn), 10, 20, 1);
    }
}
