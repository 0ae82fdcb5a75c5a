package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.ClaimLost;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookInbox} promises. */
public abstract class WebhookInboxContract {
    private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant UNTIL = T.plusSeconds(60);

    /** An empty one; the same one throughout a test. */
    protected abstract WebhookInbox inbox();

    @Test
    void keepsAnEntryOnceAndAsItCameFirst() {
        assertThat(store("evt_1", "cus_1", T)).isTrue();
        assertThat(inbox().store(
                                new Entry("evt_1", "another", "cus_2", T.minusSeconds(9), null),
                                Status.IGNORED,
                                T.plusSeconds(5)))
                .isFalse();

        assertThat(inbox().entries(null, null, 9))
                .containsExactly(new Filed(
                        "evt_1", "invoice.paid", "cus_1", Status.PENDING, T.minusSeconds(1), T, null, 0, null));
        assertThat(claim(T).entries())
                .containsExactly(new Entry("evt_1", "invoice.paid", "cus_1", T.minusSeconds(1), "text of evt_1"));
    }

    @Test
    void keepsWhatIsOfNoConcernOutOfTheWay() {
        inbox().store(new Entry("evt_1", "charge.succeeded", "cus_1", T, "text"), Status.IGNORED, T);

        assertThat(inbox().claim(T, UNTIL, 9)).isEmpty();
        assertThat(inbox().count(Status.IGNORED)).isEqualTo(1);
        assertThat(inbox().count(Status.PENDING)).isZero();
        assertThat(store("evt_1", "cus_1", T)).isFalse();
        assertThat(inbox().claim(T, UNTIL, 9)).isEmpty();
    }

    @Test
    void givesWhatIsDueOfOneCustomerTheOldestFirst() {
        inbox().store(entry("evt_b", "cus_1", T.minusSeconds(10)), Status.PENDING, T);
        inbox().store(entry("evt_x", "cus_2", T.minusSeconds(99)), Status.PENDING, T.plusSeconds(1));
        inbox().store(entry("evt_a", "cus_1", T.minusSeconds(30)), Status.PENDING, T.plusSeconds(2));
        inbox().store(entry("evt_c", "cus_1", T.minusSeconds(5)), Status.PENDING, T.plusSeconds(3));
        inbox().store(entry("evt_later", "cus_1", T.minusSeconds(99)), Status.PENDING, T.plusSeconds(30));

        Claim claim = claim(T.plusSeconds(9));
        assertThat(claim.customer()).isEqualTo("cus_1");
        assertThat(ids(claim)).containsExactly("evt_a", "evt_b", "evt_c");
        assertThat(claim.attempts()).isZero();
        assertThat(claim.since()).isEqualTo(T);
        assertThat(ids(claim(T.plusSeconds(9)))).containsExactly("evt_x");
        assertThat(inbox().claim(T.plusSeconds(9), UNTIL, 9)).isEmpty();
    }

    @Test
    void givesNoMoreThanAskedFor() {
        for (int i = 1; i <= 5; i++) {
            inbox().store(entry("evt_" + i, "cus_1", T.plusMillis(i)), Status.PENDING, T);
        }
        Claim first = inbox().claim(T, UNTIL, 2).orElseThrow();

        assertThat(ids(first)).containsExactly("evt_1", "evt_2");
        assertThat(inbox().claim(T, UNTIL, 2)).isEmpty();
        inbox().finish(first, Status.APPLIED, null, T);
        assertThat(ids(claim(T))).containsExactly("evt_3", "evt_4", "evt_5");
    }

    @Test
    void givesNothingOfACustomerWhomSomebodyWorksOn() {
        store("evt_1", "cus_1", T);
        Claim first = claim(T);
        store("evt_2", "cus_1", T.plusSeconds(1));
        store("evt_3", "cus_2", T.plusSeconds(1));

        assertThat(ids(claim(T.plusSeconds(2)))).containsExactly("evt_3");
        assertThat(inbox().claim(T.plusSeconds(2), UNTIL, 9)).isEmpty();
        inbox().finish(first, Status.APPLIED, null, T.plusSeconds(3));
        assertThat(ids(claim(T.plusSeconds(3)))).containsExactly("evt_2");
    }

    @Test
    void endsWhatIsFinished() {
        store("evt_1", "cus_1", T);
        store("evt_2", "cus_2", T.plusSeconds(1));
        inbox().finish(claim(T), Status.APPLIED, null, T.plusSeconds(2));
        inbox().finish(claim(T.plusSeconds(1)), Status.IGNORED, "unknown_customer", T.plusSeconds(3));

        assertThat(inbox().entries(null, null, 9))
                .extracting(Filed::id, Filed::status, Filed::appliedAt, Filed::attempts, Filed::reason)
                .containsExactly(
                        tuple("evt_2", Status.IGNORED, null, 0L, "unknown_customer"),
                        tuple("evt_1", Status.APPLIED, T.plusSeconds(2), 0L, null));
        assertThat(inbox().claim(T.plusSeconds(999), UNTIL, 9)).isEmpty();
        assertThat(store("evt_1", "cus_1", T.plusSeconds(9))).isFalse();
        assertThat(inbox().claim(T.plusSeconds(999), UNTIL, 9)).isEmpty();
    }

    @Test
    void endsAPartOfAClaimAlone() {
        store("evt_1", "cus_1", T);
        store("evt_2", "cus_1", T);
        Claim claim = claim(T);
        inbox().finish(claim.only(List.of(claim.entries().getFirst())), Status.PARKED, "unreadable", T);

        assertThat(inbox().count(Status.PENDING)).isEqualTo(1);
        assertThat(inbox().claim(T, UNTIL, 9)).isEmpty();
        inbox().finish(claim.only(List.of(claim.entries().getLast())), Status.APPLIED, null, T);
        assertThat(inbox().count(Status.APPLIED)).isEqualTo(1);
        assertThat(inbox().count(Status.PARKED)).isEqualTo(1);
    }

    @Test
    void givesBackWhatFailed() {
        store("evt_1", "cus_1", T);
        inbox().giveBack(claim(T), "stripe_failed", T.plusSeconds(20));

        assertThat(inbox().claim(T.plusSeconds(19), UNTIL, 9)).isEmpty();
        assertThat(inbox().entries(Status.PENDING, null, 9))
                .extracting(Filed::attempts, Filed::reason)
                .containsExactly(tuple(1L, "stripe_failed"));
        Claim again = claim(T.plusSeconds(20));
        assertThat(again.attempts()).isEqualTo(1);
        inbox().finish(again, Status.PARKED, "stripe_failed", T.plusSeconds(21));
        assertThat(inbox().entries(Status.PARKED, null, 9))
                .extracting(Filed::attempts)
                .containsExactly(2L);
    }

    @Test
    void countsTheAttemptsThatAllHaveHad() {
        store("evt_1", "cus_1", T);
        inbox().giveBack(claim(T), "stripe_failed", T.plusSeconds(1));
        inbox().giveBack(claim(T.plusSeconds(1)), "stripe_failed", T.plusSeconds(2));
        store("evt_2", "cus_1", T.plusSeconds(2));

        Claim both = claim(T.plusSeconds(2));
        assertThat(ids(both)).hasSize(2);
        assertThat(both.attempts()).isZero();
    }

    @Test
    void doesNotHoldBackNewEntriesForOnesThatAreTriedLater() {
        store("evt_1", "cus_1", T);
        inbox().giveBack(claim(T), "stripe_failed", T.plusSeconds(100));
        store("evt_2", "cus_1", T.plusSeconds(1));

        assertThat(ids(claim(T.plusSeconds(1)))).containsExactly("evt_2");
    }

    @Test
    void letsOthersTakeOverWhenTheTimeIsUp() {
        store("evt_1", "cus_1", T);
        Claim lost = inbox().claim(T, T.plusSeconds(30), 9).orElseThrow();

        assertThat(inbox().claim(T.plusSeconds(29), UNTIL, 9)).isEmpty();
        Claim taken = inbox().claim(T.plusSeconds(30), UNTIL, 9).orElseThrow();
        assertThat(taken.entries()).isEqualTo(lost.entries());
        assertThat(taken.attempts()).isZero();
        assertLost(lost, T.plusSeconds(31));
        inbox().finish(taken, Status.APPLIED, null, T.plusSeconds(32));
        assertLost(lost, T.plusSeconds(33));
        assertThat(inbox().count(Status.APPLIED)).isEqualTo(1);
    }

    @Test
    void letsAWorkerEndItsWorkLateWhenNobodyElseHasTakenIt() {
        store("evt_1", "cus_1", T);
        Claim late = inbox().claim(T, T.plusSeconds(30), 9).orElseThrow();
        inbox().finish(late, Status.APPLIED, null, T.plusSeconds(99));

        assertThat(inbox().claim(T.plusSeconds(99), UNTIL, 9)).isEmpty();
    }

    @Test
    void takesACustomerAwayAsAWholeEvenWhenOnlyAPartIsTaken() {
        for (int i = 1; i <= 4; i++) {
            inbox().store(entry("evt_" + i, "cus_1", T.plusMillis(i)), Status.PENDING, T);
        }
        Claim lost = inbox().claim(T, T.plusSeconds(30), 9).orElseThrow();
        Claim first = inbox().claim(T.plusSeconds(30), UNTIL, 1).orElseThrow();
        assertThat(ids(first)).containsExactly("evt_1");

        assertLost(lost.only(lost.entries().subList(1, 4)), T.plusSeconds(31));
    }

    private void assertLost(Claim claim, Instant now) {
        assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> inbox().finish(claim, Status.APPLIED, null, now));
        inbox().giveBack(claim, "too_late", now);
        inbox().address(claim, "cus_other");
        assertThat(inbox().entries(null, null, 9))
                .noneMatch(filed -> "too_late".equals(filed.reason()) || "cus_other".equals(filed.customer()));
    }

    @Test
    void givesEachEntryOfUnknownCustomersAloneUntilItIsAddressed() {
        store("evt_1", null, T);
        store("evt_2", null, T.plusSeconds(1));
        Claim first = claim(T.plusSeconds(1));
        Claim second = claim(T.plusSeconds(1));

        assertThat(first.customer()).isNull();
        assertThat(ids(first)).containsExactly("evt_1");
        assertThat(ids(second)).containsExactly("evt_2");
        store("evt_3", "cus_1", T.plusSeconds(2));
        inbox().address(first, "cus_1");
        Claim addressed = claim(T.plusSeconds(2));
        assertThat(addressed.customer()).isEqualTo("cus_1");
        assertThat(ids(addressed)).containsExactly("evt_1", "evt_3");
        assertThat(addressed.entries()).extracting(Entry::customer).containsOnly("cus_1");
        inbox().finish(second, Status.IGNORED, null, T.plusSeconds(3));
        assertThat(inbox().claim(T.plusSeconds(3), UNTIL, 9)).isEmpty();
    }

    @Test
    void triesAgainWhatIsParkedOrIgnored() {
        store("evt_1", "cus_1", T);
        inbox().giveBack(claim(T), "stripe_failed", T);
        inbox().finish(claim(T), Status.PARKED, "stripe_failed", T);
        inbox().store(entry("evt_2", "cus_2", T), Status.IGNORED, T);
        store("evt_3", "cus_3", T);
        inbox().finish(claim(T), Status.APPLIED, null, T);

        assertThat(inbox().retry("evt_1", T.plusSeconds(5))).isTrue();
        assertThat(inbox().retry("evt_1", T.plusSeconds(5))).isFalse();
        assertThat(inbox().retry("evt_2", T.plusSeconds(6))).isTrue();
        assertThat(inbox().retry("evt_3", T.plusSeconds(6))).isFalse();
        assertThat(inbox().retry("evt_none", T.plusSeconds(6))).isFalse();
        assertThat(inbox().entries(Status.PENDING, null, 9))
                .extracting(Filed::attempts, Filed::reason)
                .containsOnly(tuple(0L, null));
        assertThat(inbox().claim(T.plusSeconds(4), UNTIL, 9)).isEmpty();
        assertThat(ids(claim(T.plusSeconds(6)))).containsExactly("evt_1");
        assertThat(ids(claim(T.plusSeconds(6)))).containsExactly("evt_2");
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            store("evt_" + i, "cus_" + i, T.plusSeconds(i / 2));
        }
        inbox().store(entry("evt_6", "cus_6", T), Status.IGNORED, T.plusSeconds(9));

        assertThat(listed(null, null, 3)).containsExactly("evt_6", "evt_5", "evt_4");
        assertThat(listed(null, "evt_4", 3)).containsExactly("evt_3", "evt_2", "evt_1");
        assertThat(listed(null, "evt_1", 3)).isEmpty();
        assertThat(listed(null, "evt_none", 3)).isEmpty();
        assertThat(listed(Status.PENDING, null, 2)).containsExactly("evt_5", "evt_4");
        assertThat(listed(Status.PENDING, "evt_6", 9)).hasSize(5);
        assertThat(listed(Status.IGNORED, null, 9)).containsExactly("evt_6");
        assertThat(listed(Status.PARKED, null, 9)).isEmpty();
    }

    private List<String> listed(@Nullable Status status, @Nullable String before, int limit) {
        return inbox().entries(status, before, limit).stream().map(Filed::id).toList();
    }

    @Test
    void tellsHowManyWaitAndForHowLong() {
        assertThat(inbox().oldestPending()).isEmpty();
        store("evt_1", "cus_1", T);
        store("evt_2", "cus_2", T.plusSeconds(5));
        Claim first = claim(T);

        assertThat(inbox().count(Status.PENDING)).isEqualTo(2);
        assertThat(inbox().oldestPending()).contains(T);
        inbox().finish(first, Status.APPLIED, null, T.plusSeconds(6));
        assertThat(inbox().count(Status.PENDING)).isEqualTo(1);
        assertThat(inbox().count(Status.APPLIED)).isEqualTo(1);
        assertThat(inbox().oldestPending()).contains(T.plusSeconds(5));
    }

    @Test
    void forgetsWhatWasSaidAboutACustomerAndNotThatItWasSaid() {
        store("evt_1", "cus_1", T);
        inbox().store(entry("evt_2", "cus_1", T), Status.IGNORED, T);
        store("evt_3", "cus_2", T.plusSeconds(1));
        inbox().forget("cus_1");

        Claim forgotten = claim(T);
        assertThat(forgotten.entries()).extracting(Entry::payload).containsOnlyNulls();
        assertThat(ids(forgotten)).containsExactly("evt_1");
        assertThat(claim(T.plusSeconds(1)).entries()).extracting(Entry::payload).containsExactly("text of evt_3");
        assertThat(listed(null, null, 9)).containsExactlyInAnyOrder("evt_1", "evt_2", "evt_3");
        assertThat(store("evt_2", "cus_1", T)).isFalse();
        assertThat(inbox().retry("evt_2", T.plusSeconds(2))).isTrue();
        inbox().finish(forgotten, Status.APPLIED, null, T.plusSeconds(2));
        assertThat(claim(T.plusSeconds(2)).entries()).extracting(Entry::payload).containsOnlyNulls();
    }

    @Test
    void forgetsTheTextsOfWhatHasLongEnded() {
        store("evt_1", "cus_1", T);
        inbox().finish(claim(T), Status.APPLIED, null, T.plusSeconds(10));
        inbox().store(entry("evt_2", "cus_2", T), Status.IGNORED, T.plusSeconds(20));
        store("evt_3", "cus_3", T);
        inbox().finish(claim(T), Status.PARKED, "unreadable", T);
        store("evt_4", "cus_4", T);

        assertThat(inbox().forgetBefore(T.plusSeconds(10))).isZero();
        assertThat(inbox().forgetBefore(T.plusSeconds(11))).isEqualTo(1);
        assertThat(inbox().forgetBefore(T.plusSeconds(11))).isZero();
        assertThat(inbox().forgetBefore(T.plusSeconds(99))).isEqualTo(1);
        assertThat(claim(T).entries()).extracting(Entry::payload).containsExactly("text of evt_4");
        inbox().retry("evt_3", T);
        assertThat(claim(T).entries()).extracting(Entry::payload).containsExactly("text of evt_3");
        assertThat(listed(null, null, 9)).hasSize(4);
    }

    @Test
    void keepsNothingOfWhatWeAskedLongAgo() {
        for (String id : List.of("asked_1", "asked_2", "asked_3")) {
            inbox().store(new Entry(id, WebhookInbox.ASKED, id, T, null), Status.PENDING, T);
        }
        inbox().finish(claim(T), Status.APPLIED, null, T.plusSeconds(10));
        inbox().finish(claim(T), Status.PARKED, "unknown_price", T.plusSeconds(10));

        assertThat(inbox().forgetBefore(T.plusSeconds(10))).isZero();
        assertThat(inbox().forgetBefore(T.plusSeconds(11))).isEqualTo(1);
        assertThat(inbox().entries(null, null, 9))
                .extracting(Filed::status)
                .containsExactlyInAnyOrder(Status.PARKED, Status.PENDING);
    }

    @Test
    void neverLetsTwoWorkOnOneCustomerAndLosesNothing() throws Exception {
        int customers = 5;
        int entries = 60;
        Map<String, Integer> working = new ConcurrentHashMap<>();
        Queue<String> applied = new ConcurrentLinkedQueue<>();
        AtomicInteger together = new AtomicInteger();
        AtomicInteger stored = new AtomicInteger(1);
        assertThat(store("evt_0", "cus_0", T)).isTrue();
        Callable<Void> worker = () -> {
            while (applied.size() < entries && !Thread.currentThread().isInterrupted()) {
                Claim claim = inbox().claim(T.plusSeconds(1), UNTIL, 3).orElse(null);
                if (claim == null) {
                    Thread.onSpinWait();
                    continue;
                }
                if (working.merge(String.valueOf(claim.customer()), 1, Integer::sum) > 1) {
                    together.incrementAndGet();
                }
                inbox().count(Status.PENDING);
                working.merge(String.valueOf(claim.customer()), -1, Integer::sum);
                inbox().finish(claim, Status.APPLIED, null, T);
                applied.addAll(ids(claim));
            }
            return null;
        };
        Callable<Void> sender = () -> {
            for (int i = stored.getAndIncrement(); i < entries; i = stored.getAndIncrement()) {
                store("evt_" + i, "cus_" + i % customers, T);
            }
            return null;
        };
        allAtOnce(List.of(worker, worker, worker, sender, sender));

        assertThat(together).hasValue(0);
        assertThat(applied).hasSize(entries).doesNotHaveDuplicates();
        assertThat(inbox().count(Status.APPLIED)).isEqualTo(entries);
    }

    @Test
    void givesOneOfManyTheSameCustomer() throws Exception {
        for (int round = 0; round < 10; round++) {
            String customer = "cus_" + round;
            store("evt_" + round, customer, T);
            Queue<Claim> claims = new ConcurrentLinkedQueue<>();
            Callable<Void> worker = () -> {
                inbox().claim(T, UNTIL, 9).ifPresent(claims::add);
                return null;
            };
            allAtOnce(List.of(worker, worker, worker, worker));
            assertThat(claims).hasSize(1);
        }
    }

    private static void allAtOnce(List<Callable<Void>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<Void>> running = new ArrayList<>();
            work.forEach(part -> running.add(threads.submit(part)));
            try {
                for (Future<Void> part : running) {
                    part.get(60, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private boolean store(String id, @Nullable String customer, Instant now) {
        return inbox().store(entry(id, customer, now.minusSeconds(1)), Status.PENDING, now);
    }

    private static Entry entry(String id, @Nullable String customer, Instant createdAt) {
        return new Entry(id, "invoice.paid", customer, createdAt, "text of " + id);
    }

    private Claim claim(Instant now) {
        return inbox().claim(now, now.plusSeconds(600), 9).orElseThrow();
    }

    private static List<String> ids(Claim claim) {
        return claim.entries().stream().map(Entry::id).toList();
    }
}
