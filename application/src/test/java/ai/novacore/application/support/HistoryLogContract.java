package ai.novacore.application.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HistoryLog} does. Each test has a log of its own. */
public abstract class HistoryLogContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Instant MUCH_LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");

    protected abstract HistoryLog log();

    /** Appends what happened, recorded when it happened. */
    protected abstract void append(DomainEvent event);

    private final List<DomainEvent> adas = List.of(
            new PasswordChanged(ADA, NOON),
            new QuotaOpened(QuotaId.on(ADA, NOON), NOON.plusSeconds(1), new Allowance(Tier.FREE, 50, 50_000)),
            new ConversationStarted(new ConversationId("cnv_1"), NOON.plusSeconds(2), ADA, new PersonalText("Tea")),
            new GraceExpired(SubscriptionId.of(ADA), NOON.plusSeconds(3), ADA),
            new PasswordChanged(ADA, NOON.plusSeconds(3)));

    @BeforeEach
    void live() {
        for (DomainEvent event : adas) {
            append(event);
            append(new PasswordChanged(BOB, event.at()));
        }
    }

    @Test
    public void readsAStreamOnward() {
        assertThat(log().stream("usr_bob", 0, 10)).hasSize(5);
        assertThat(log().stream("usr_bob", 2, 2)).extracting(Entry::sequence).containsExactly(2L, 3L);
        assertThat(log().stream("usr_bob", 5, 10)).isEmpty();
        assertThat(log().stream("usr_nobody", 0, 10)).isEmpty();
        assertThat(log().stream("cnv_1", 0, 10))
                .extracting(Entry::stream, Entry::streamType, Entry::type, Entry::event)
                .containsExactly(tuple("cnv_1", "conversation", "conversation.started/1", adas.get(2)));
    }

    @Test
    public void knowsWhereStreamsEnd() {
        assertThat(log().lastSequence("usr_bob")).hasValue(4L);
        assertThat(log().lastSequence("usr_nobody")).isEmpty();
    }

    @Test
    public void knowsHowFarAStreamWasAtAnInstant() {
        assertThat(log().lastSequenceAt("usr_bob", NOON.minusMillis(1))).isEqualTo(-1);
        assertThat(log().lastSequenceAt("usr_bob", NOON)).isZero();
        assertThat(log().lastSequenceAt("usr_bob", NOON.plusMillis(1_999))).isEqualTo(1);
        assertThat(log().lastSequenceAt("usr_bob", NOON.plusSeconds(3))).isEqualTo(4);
        assertThat(log().lastSequenceAt("usr_bob", MUCH_LATER)).isEqualTo(4);
    }

    @Test
    public void findsWhatHappenedToAPersonWhereverItDid() {
        assertThat(log().ofPerson(ADA, MUCH_LATER, 0, 10))
                .extracting(Entry::event)
                .containsExactlyElementsOf(adas.reversed());
    }

    @Test
    public void pagesThroughALife() {
        List<DomainEvent> paged = new ArrayList<>();
        List<Entry> page = log().ofPerson(ADA, MUCH_LATER, 0, 2);
        while (!page.isEmpty()) {
            page.forEach(entry -> paged.add(entry.event()));
            Entry last = page.getLast();
            page = log().ofPerson(ADA, last.recordedAt(), last.position(), 2);
        }
        assertThat(paged).containsExactlyElementsOf(adas.reversed());
    }

    @Test
    public void knowsWhoseStreamsAre() {
        for (DomainEvent event : adas) {
            assertThat(log().personOf(event.id().value())).as(event.toString()).hasValue(ADA);
        }
        assertThat(log().personOf("cnv_2")).isEmpty();
    }
}
