package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.adapters.stripe.standin.Switches;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.application.subscription.MeetBillingDeadlines;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lives that a subscription can have, over the whole product with a Stripe whose clock can be moved. */
class PayingForATier {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Time passes for all tests; each brings somebody of its own, who has nothing before. */
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Product PRODUCT = Product.startOn(DATABASE, MovableClock.Beans.class);

    private final MovableClock clock = PRODUCT.bean(MovableClock.class);
    private final StripeStandIn stripe = PRODUCT.bean(StripeStandIn.class);
    private final String email = "payer-" + UUID.randomUUID() + "@example.org";
    private Caller member = PRODUCT.caller().register(email).logIn(email);
    private Shop shop = new Shop(PRODUCT, member);

    @AfterEach
    void letNothingGoWrong() {
        stripe.set(Switches.OFF);
    }

    @AfterAll
    static void stop() {
        PRODUCT.close();
        DATABASE.close();
    }

    @Test
    void goesFromFreeToProThroughGraceAndBackToFree() {
        stands("free", "none", 50);
        String session = shop.checkout("pro").json().path("sessionId").asString();
        assertThat(shop.pay(session, Shop.FAILS_AT_RENEWAL).status()).isEqualTo(303);

        awaitStands("pro", "active", 5_000);
        assertThat(shop.standing("currentPeriodEnd")).isNotEmpty();
        awaitMails("Your plan has changed");
        happened("checkout-started", "activated", "tier-changed");

        move(untilPeriodEnd().plus(HOUR));
        awaitStands("pro", "past_due", 5_000);
        assertThat(Instant.parse(shop.standing("graceUntil"))).isBetween(days(6), days(7).plus(HOUR));
        awaitMails("Your plan has changed", "Your payment did not go through");
        happened("checkout-started", "activated", "tier-changed", "renewed", "payment-failed");

        move(Duration.ofDays(4).plus(HOUR));
        awaitMails("Your plan has changed", "Your payment did not go through", "Your plan ends soon unless you pay");
        stands("pro", "past_due", 5_000);

        assertThat(shop.form(shop.portal(), "action", "card", "cardNumber", Shop.GOOD_CARD)
                        .status())
                .isLessThan(400);
        awaitStands("pro", "active", 5_000);
        assertThat(shop.standing("graceUntil")).isEmpty();
        awaitMails(
                "Your plan has changed",
                "Your payment did not go through",
                "Your plan ends soon unless you pay",
                "Your payment has come");

        shop.form(shop.portal(), "action", "cancel");
        awaitStands("pro", "cancelling", 5_000);
        assertThat(shop.standing("endsAt")).isEqualTo(shop.standing("currentPeriodEnd"));

        move(untilPeriodEnd().plus(HOUR));
        awaitStands("free", "cancelled", 50);
        awaitMails(
                "Your plan has changed",
                "Your payment did not go through",
                "Your plan ends soon unless you pay",
                "Your payment has come",
                "Your subscription will end",
                "Your plan has changed");
        happened(
                "checkout-started",
                "activated",
                "tier-changed",
                "renewed",
                "payment-failed",
                "grace-reminded",
                "payment-recovered",
                "cancellation-scheduled",
                "cancelled",
                "tier-changed");
    }

    @Test
    void losesTheTierAfterTheGraceAndGetsItBackWithThePayment() {
        shop.subscribe("basic", Shop.FAILS_AT_RENEWAL);
        move(untilPeriodEnd().plus(HOUR));
        awaitStands("basic", "past_due", 500);

        move(Duration.ofDays(7).plus(HOUR));
        awaitStands("free", "past_due", 50);

        shop.form(shop.portal(), "action", "card", "cardNumber", Shop.GOOD_CARD);
        awaitStands("basic", "active", 500);
    }

    @Test
    void getsAHigherTierAtOnceAndALowerOneWhenItsTimeHasCome() {
        shop.subscribe("basic");
        shop.form(shop.portal(), "action", "change", "id", "price_nova_pro");
        awaitStands("pro", "active", 5_000);

        shop.form(shop.portal(), "action", "change", "id", "price_nova_basic");
        shop.awaitQuietInbox();
        stands("pro", "active", 5_000);

        move(untilPeriodEnd().plus(HOUR));
        awaitStands("basic", "active", 500);
    }

    @Test
    void goesOnWhenTheEndIsTakenBack() {
        shop.subscribe("basic");
        shop.form(shop.portal(), "action", "cancel");
        awaitStands("basic", "cancelling", 500);
        shop.form(shop.portal(), "action", "keep");
        awaitStands("basic", "active", 500);

        move(untilPeriodEnd().plus(HOUR));
        shop.awaitQuietInbox();
        stands("basic", "active", 500);
    }

    @Test
    void endsWhenTheMoneyGoesBackOrIsDisputed() {
        shop.subscribe("basic");
        shop.form("/dev/stripe", "action", "refund", "id", newestCharge());
        awaitStands("free", "cancelled", 50);

        shop.subscribe("pro");
        shop.form("/dev/stripe", "action", "dispute", "id", newestCharge());
        awaitStands("free", "cancelled", 50);
        assertThat(types()).contains("payment-refunded", "payment-disputed");
    }

    @Test
    void isPausedAfterATrialWithoutACardAndGoesOnWithOne() {
        stripe.set(Switches.OFF.withTrialDays(7));
        String session = shop.checkout("pro").json().path("sessionId").asString();
        assertThat(shop.form("/dev/stripe/checkout/" + session, "billingName", "Ada")
                        .status())
                .isEqualTo(303);
        awaitStands("pro", "active", 5_000);

        move(Duration.ofDays(5));
        awaitMails("Your plan has changed", "Your trial ends soon");
        move(Duration.ofDays(3));
        awaitStands("free", "past_due", 50);

        shop.form(shop.portal(), "action", "card", "cardNumber", Shop.GOOD_CARD);
        shop.form(shop.portal(), "action", "resume");
        awaitStands("pro", "active", 5_000);
        assertThat(types()).contains("trial-ending", "paused", "resumed");
    }

    /** The webhooks are lost, all of them; whoever looks is told the truth all the same. */
    @Test
    void seesTheTierThatNobodyToldUsOf() {
        stripe.set(Switches.OFF.withLoss(1));
        String session = shop.checkout("pro").json().path("sessionId").asString();
        shop.pay(session, Shop.GOOD_CARD);

        awaitStands("pro", "active", 5_000);
    }

    @Test
    void hasOnePageAndOneSubscription() {
        String first = shop.checkout("pro").json().path("sessionId").asString();
        assertThat(shop.checkout("pro").json().path("sessionId").asString()).isEqualTo(first);
        String other = shop.checkout("basic").json().path("sessionId").asString();
        assertThat(other).isNotEqualTo(first);
        assertThat(shop.pay(first, Shop.GOOD_CARD).status()).isEqualTo(410);

        assertThat(shop.pay(other, "4000 0000 0000 0002").status()).isEqualTo(422);
        assertThat(shop.pay(other, Shop.GOOD_CARD).status()).isEqualTo(303);
        // Whether or not anybody has told us yet.
        assertThat(shop.checkout("pro").code()).isEqualTo("already_subscribed");
        awaitStands("basic", "active", 500);
        assertThat(shop.checkout("pro").status()).isEqualTo(409);
        assertThat(shop.pay(other, Shop.GOOD_CARD).status()).isEqualTo(303);
        stands("basic", "active", 500);
    }

    @Test
    void isNotSoldToWhoHasNotVerifiedTheirAddress() {
        Caller stranger = Caller.member(PRODUCT.address());

        assertThat(stranger.post("/billing/checkout", "{\"tier\":\"pro\"}").code())
                .isEqualTo("email_not_verified");
        assertThat(stranger.post("/billing/checkout", "{\"tier\":\"pro\"}").status())
                .isEqualTo(403);
        assertThat(stranger.post("/billing/portal", "{}").code()).isEqualTo("not_subscribed");
    }

    /** Moves time for everybody, after which the member has to log in again. */
    private void move(Duration by) {
        shop.awaitQuietInbox();
        clock.advance(by);
        stripe.tick();
        PRODUCT.bean(MeetBillingDeadlines.class).meetDue();
        member = PRODUCT.caller().logIn(email);
        shop = new Shop(PRODUCT, member);
    }

    private Duration untilPeriodEnd() {
        return Duration.between(clock.instant(), Instant.parse(shop.standing("currentPeriodEnd")));
    }

    private Instant days(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private void awaitStands(String tier, String status, long messages) {
        await().atMost(PATIENCE).untilAsserted(() -> stands(tier, status, messages));
    }

    private void stands(String tier, String status, long messages) {
        assertThat(shop.standing().toString()).contains("\"status\":\"" + status + "\"", "\"tier\":\"" + tier + "\"");
        assertThat(shop.quota("/tier")).isEqualTo(tier);
        assertThat(shop.quota("/resources/messages/limit")).isEqualTo(Long.toString(messages));
        assertThat(member.get("/auth/me").json().path("tier").asString()).isEqualTo(tier);
    }

    /** After those that every new member gets. */
    private void awaitMails(String... subjects) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.mails())
                        .filteredOn(subject -> !subject.contains("Verify") && !subject.contains("Welcome"))
                        .containsExactly(subjects));
    }

    private void happened(String... types) {
        assertThat(types()).containsExactly(types);
    }

    private List<String> types() {
        String user = member.get("/auth/me").json().path("id").asString();
        return PRODUCT.bean(EventLog.class).stream(SubscriptionId.of(new UserId(user)), 0, 100).stream()
                .map(Recorded::type)
                .map(type -> type.substring("subscription.".length(), type.indexOf('/')))
                .toList();
    }

    /** As the control page shows it. */
    private String newestCharge() {
        String page = PRODUCT.caller().get("/dev/stripe").body();
        int start = page.indexOf("<code>ch_") + "<code>".length();
        return page.substring(start, page.indexOf('<', start));
    }
}
