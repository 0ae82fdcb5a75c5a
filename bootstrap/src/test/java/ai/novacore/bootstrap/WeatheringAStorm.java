package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.bootstrap.StormyStripe.Event;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionRenewed;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Failure case 4: many webhooks of many members, a third of them twice, in no order, for two nodes of which one is killed
 * while it works on them: each that was acknowledged is applied, and none twice.
 */
class WeatheringAStorm {
    private static final boolean LONG = System.getProperty("nova.long") != null;
    private static final int MEMBERS = LONG ? 200 : 20;
    private static final int EVENTS = LONG ? 50 : 15;
    private static final int KILLS = LONG ? 6 : 1;
    private static final int SENDERS = 8;
    private static final String SECRET = "whsec_storm";

    private final Random random = new Random(2_026);
    private final TestDatabase database = TestDatabase.fresh();
    private final StormyStripe stripe = new StormyStripe();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger sent = new AtomicInteger();
    private final Path folder;
    private final Product survivor = Product.startOn(database, settings().toArray(String[]::new));
    private volatile NodeProcess other;

    WeatheringAStorm(@TempDir Path folder) {
        this.folder = folder;
        this.other = start();
    }

    @AfterEach
    void stop() {
        other.close();
        survivor.close();
        stripe.close();
        database.close();
    }

    private List<String> settings() {
        return List.of(
                "--nova.signing-key=" + ScriptedModel.SIGNING_KEY,
                "--nova.stripe.secret-key=" + StormyStripe.KEY,
                "--nova.stripe.api-base=" + stripe.address(),
                "--nova.stripe.webhook-secret=" + SECRET,
                "--nova.stripe.prices.basic=price_storm_basic",
                "--nova.stripe.prices.pro=" + StormyStripe.PRICE,
                // Long enough for this Stripe, and short enough to wait for.
                "--nova.billing.lease=5s");
    }

    private NodeProcess start() {
        List<String> settings = new ArrayList<>(settings());
        settings.addAll(List.of(
                "--nova.database-url=" + database.url(),
                "--nova.public-url=http://localhost:8080",
                "--nova.ollama.base-url=http://localhost:1"));
        return NodeProcess.start(folder, settings);
    }

    @Test
    void losesNothingAndAppliesNothingTwice() throws Exception {
        BillingCustomers customers = survivor.bean(BillingCustomers.class);
        for (int member = 0; member < MEMBERS; member++) {
            customers.link(StormyStripe.user(member), StormyStripe.customer(member));
        }
        List<Event> deliveries = deliveries();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (Event event : deliveries) {
                sending.add(senders.submit(() -> deliver(event)));
            }
            killNowAndThen(deliveries.size());
            for (Future<?> one : sending) {
                one.get(5, TimeUnit.MINUTES);
            }
        }
        WebhookInbox inbox = survivor.bean(WebhookInbox.class);
        await().atMost(Duration.ofMinutes(3)).until(() -> inbox.count(Status.PENDING) == 0);

        assertEachEndedOnce(inbox);
        for (int member = 0; member < MEMBERS; member++) {
            assertAppliedOnce(member);
        }
    }

    private List<Event> deliveries() {
        List<Event> all = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            for (int number = 0; number < EVENTS; number++) {
                all.add(new Event(member, number));
                if (random.nextInt(10) < 3) {
                    all.add(new Event(member, number));
                }
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** Somewhere in the middle; the last time it stays away. */
    private void killNowAndThen(int deliveries) {
        for (int kill = 1; kill <= KILLS; kill++) {
            int when = deliveries * kill / (KILLS + 1) + random.nextInt(20);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> sent.get() >= when);
            other.kill();
            if (kill < KILLS) {
                other = start();
            }
        }
    }

    /** As Stripe does: again, to whichever node, until it is acknowledged. */
    private Void deliver(Event event) throws Exception {
        stripe.happened(event);
        for (int attempt = 0; attempt < 1_000; attempt++) {
            URI node = (event.number() + attempt) % 2 == 0 ? survivor.address() : other.address();
            if (isAcknowledged(node, event.json())) {
                sent.incrementAndGet();
                return null;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError(event.id() + " was never acknowledged");
    }

    private boolean isAcknowledged(URI node, String json) throws GeneralSecurityException, InterruptedException {
        long now = Instant.now().getEpochSecond();
        String signature = Webhook.Util.computeHmacSha256(SECRET, now + "." + json);
        HttpRequest request = HttpRequest.newBuilder(node.resolve("/billing/webhook"))
                .timeout(Duration.ofSeconds(20))
                .header("Stripe-Signature", "t=" + now + ",v1=" + signature)
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertEachEndedOnce(WebhookInbox inbox) {
        List<Filed> filed = inbox.entries(null, null, Integer.MAX_VALUE);
        assertThat(filed)
                .extracting(Filed::id)
                .hasSize(MEMBERS * EVENTS)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("evt_storm_"));
        assertThat(filed)
                .allMatch(one -> one.status() == expected(one.type()), "applied, or ignored where not followed");
    }

    private static Status expected(String type) {
        return Set.of("charge.succeeded", "invoice.created", "payment_method.attached")
                        .contains(type)
                ? Status.IGNORED
                : Status.APPLIED;
    }

    private void assertAppliedOnce(int member) {
        List<DomainEvent> events =
                survivor.bean(EventLog.class).stream(SubscriptionId.of(StormyStripe.user(member)), 0, 1_000).stream()
                        .map(Recorded::event)
                        .toList();

        assertThat(of(events, TierChanged.class)).extracting(TierChanged::to).containsExactly(Tier.PRO);
        List<Instant> periods = new ArrayList<>();
        of(events, SubscriptionActivated.class).forEach(event -> periods.add(event.periodEnd()));
        assertThat(periods).hasSize(1);
        of(events, SubscriptionRenewed.class).forEach(event -> periods.add(event.periodEnd()));
        assertThat(periods).isSorted().doesNotHaveDuplicates();
        assertThat(periods).last().isEqualTo(StormyStripe.periodEnd(EVENTS - 1));
        assertThat(of(events, PaymentRefunded.class))
                .extracting(refund -> refund.cause().eventId())
                .containsExactlyInAnyOrderElementsOf(refunds(member));
    }

    private static Set<String> refunds(int member) {
        Set<String> refunds = IntStream.range(0, EVENTS)
                .mapToObj(number -> new Event(member, number))
                .filter(Event::refunds)
                .map(Event::id)
                .collect(Collectors.toSet());
        assertThat(refunds).isNotEmpty();
        return refunds;
    }

    private static <T> List<T> of(List<DomainEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
