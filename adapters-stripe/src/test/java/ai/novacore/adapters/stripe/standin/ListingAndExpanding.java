package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.ChargeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.PriceRetrieveParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionRetrieveParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingAndExpanding {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsPricesWithTheirProducts() throws StripeException {
        Price price = stage.stripe
                .v1()
                .prices()
                .retrieve(
                        Stage.PRO,
                        PriceRetrieveParams.builder().addExpand("product").build());

        assertThat(price.getUnitAmount()).isEqualTo(Stage.PRO_AMOUNT);
        assertThat(price.getCurrency()).isEqualTo("eur");
        assertThat(price.getRecurring().getInterval()).isEqualTo("month");
        assertThat(price.getProductObject().getName()).isEqualTo("pro");
        assertThat(stage.stripe
                        .v1()
                        .prices()
                        .list(PriceListParams.builder()
                                .addExpand("data.product")
                                .build())
                        .getData())
                .extracting(found -> found.getProductObject().getName())
                .containsExactlyInAnyOrder("basic", "pro");
        assertThat(stage.stripe.v1().products().retrieve(price.getProduct()).getDefaultPrice())
                .isEqualTo(Stage.PRO);
    }

    @Test
    void goesFromTheSubscriptionToTheCharge() throws StripeException {
        String id = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS).getId();

        Subscription subscription = stage.stripe
                .v1()
                .subscriptions()
                .retrieve(
                        id,
                        SubscriptionRetrieveParams.builder()
                                .addExpand("latest_invoice.payments")
                                .addExpand("customer")
                                .addExpand("default_payment_method")
                                .build());

        Invoice invoice = subscription.getLatestInvoiceObject();
        assertThat(invoice.getLines().getData()).singleElement().satisfies(line -> {
            assertThat(line.getAmount()).isEqualTo(Stage.PRO_AMOUNT);
            assertThat(line.getPeriod().getEnd())
                    .isEqualTo(Stage.periodEnd(subscription).getEpochSecond());
        });
        String intent = invoice.getPayments().getData().getFirst().getPayment().getPaymentIntent();
        PaymentIntent paid = stage.stripe
                .v1()
                .paymentIntents()
                .retrieve(
                        intent,
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());
        assertThat(paid.getLatestChargeObject().getAmount()).isEqualTo(Stage.PRO_AMOUNT);
        assertThat(subscription.getCustomerObject().getEmail()).isEqualTo("jenny@example.com");
        assertThat(subscription.getDefaultPaymentMethodObject().getCard().getLast4())
                .isEqualTo("4242");
    }

    @Test
    void goesFromTheChargeToTheInvoice() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        Charge charge = stage.stripe
                .v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setCustomer(subscription.getCustomer())
                        .build())
                .getData()
                .getFirst();

        String invoice = stage.stripe
                .v1()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setPayment(InvoicePaymentListParams.Payment.builder()
                                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                                .setPaymentIntent(charge.getPaymentIntent())
                                .build())
                        .build())
                .getData()
                .getFirst()
                .getInvoice();

        assertThat(invoice).isEqualTo(subscription.getLatestInvoice());
        assertThat(stage.stripe.v1().charges().retrieve(charge.getId()).getPaid())
                .isTrue();
    }

    @Test
    void findsSubscriptionsByStateAndCustomerAndTime() throws StripeException {
        Subscription first = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.stripe.v1().subscriptions().cancel(first.getId());
        stage.standIn.advance(Duration.ofDays(1));
        Subscription second = stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);

        assertThat(subscriptions(SubscriptionListParams.builder())).containsExactly(second.getId());
        SubscriptionListParams.Builder all =
                SubscriptionListParams.builder().setStatus(SubscriptionListParams.Status.ALL);
        assertThat(subscriptions(all)).containsExactly(second.getId(), first.getId());
        assertThat(subscriptions(all.setCreated(SubscriptionListParams.Created.builder()
                        .setLt(second.getCreated())
                        .build())))
                .containsExactly(first.getId());
        assertThat(subscriptions(SubscriptionListParams.builder().setStatus(SubscriptionListParams.Status.CANCELED)))
                .containsExactly(first.getId());
        assertThat(subscriptions(SubscriptionListParams.builder().setCustomer(second.getCustomer())))
                .containsExactly(second.getId());
        assertThat(subscriptions(SubscriptionListParams.builder().setPrice(Stage.PRO)))
                .isEmpty();
    }

    @Test
    void pagesThroughAllSubscriptions() throws StripeException {
        List<String> made = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            made.addFirst(stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS).getId());
        }
        List<String> found = new ArrayList<>();

        stage.stripe
                .v1()
                .subscriptions()
                .list(SubscriptionListParams.builder().setLimit(2L).build())
                .autoPagingIterable()
                .forEach(subscription -> found.add(subscription.getId()));

        assertThat(found).isEqualTo(made);
    }

    private List<String> subscriptions(SubscriptionListParams.Builder params) throws StripeException {
        return stage.stripe.v1().subscriptions().list(params.build()).getData().stream()
                .map(Subscription::getId)
                .toList();
    }

    @Test
    void findsInvoicesBySubscription() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.subscribed(Stage.BASIC, TestCard.SUCCEEDS);
        stage.standIn.advanceToNextPeriod();

        List<Invoice> invoices = stage.stripe
                .v1()
                .invoices()
                .list(InvoiceListParams.builder()
                        .setSubscription(subscription.getId())
                        .build())
                .getData();

        assertThat(invoices)
                .extracting(Invoice::getBillingReason)
                .containsExactly("subscription_cycle", "subscription_create");
        assertThat(stage.stripe
                        .v1()
                        .invoices()
                        .list(InvoiceListParams.builder()
                                .setCustomer(subscription.getCustomer())
                                .setStatus(InvoiceListParams.Status.OPEN)
                                .build())
                        .getData())
                .isEmpty();
    }

    @Test
    void findsEventsByTypeAndTime() throws StripeException {
        stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        stage.standIn.advanceToNextPeriod();

        List<Event> paid = stage.stripe
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("invoice.paid")
                        .setCreated(EventListParams.Created.builder()
                                .setGt(Stage.START.getEpochSecond())
                                .build())
                        .build())
                .getData();

        assertThat(paid)
                .singleElement()
                .satisfies(event -> assertThat(stage.stripe
                                .v1()
                                .events()
                                .retrieve(event.getId())
                                .getType())
                        .isEqualTo("invoice.paid"));
        assertThat(stage.stripe
                        .v1()
                        .events()
                        .list(EventListParams.builder()
                                .addType("invoice.paid")
                                .addType("charge.succeeded")
                                .build())
                        .getData())
                .hasSize(4);
    }

    @Test
    void findsCheckoutSessionsByCustomer() throws StripeException {
        String customer = stage.customer().getId();
        Session session = stage.session(customer, Stage.PRO);
        stage.session(stage.customer().getId(), Stage.PRO);

        assertThat(stage.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder().setCustomer(customer).build())
                        .getData())
                .extracting(Session::getId)
                .containsExactly(session.getId());
        stage.pay(session, TestCard.SUCCEEDS);
        Session done = stage.stripe
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("subscription")
                                .addExpand("line_items")
                                .build());
        assertThat(done.getSubscriptionObject().getStatus()).isEqualTo("active");
        assertThat(done.getLineItems().getData().getFirst().getPrice().getId()).isEqualTo(Stage.PRO);
    }
}
