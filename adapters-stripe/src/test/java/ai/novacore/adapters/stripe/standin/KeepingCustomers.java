package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingCustomers {
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
    void createsAndFindsThem() throws StripeException {
        Customer made = stage.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("a+b@example.com")
                        .setName("Ä & Ö = ü")
                        .putMetadata("user", "usr_1")
                        .build());

        Customer found = stage.stripe.v1().customers().retrieve(made.getId());

        assertThat(found.getName()).isEqualTo("Ä & Ö = ü");
        assertThat(found.getEmail()).isEqualTo("a+b@example.com");
        assertThat(found.getMetadata()).isEqualTo(Map.of("user", "usr_1"));
        assertThat(found.getCreated()).isEqualTo(Stage.START.getEpochSecond());
    }

    @Test
    void changesThem() throws StripeException {
        String id = stage.customer().getId();

        Customer changed = stage.stripe
                .v1()
                .customers()
                .update(
                        id,
                        CustomerUpdateParams.builder()
                                .setEmail("new@example.com")
                                .putMetadata("a", "1")
                                .build());

        assertThat(changed.getEmail()).isEqualTo("new@example.com");
        assertThat(changed.getName()).isEqualTo("Jenny");
        assertThat(stage.happened()).containsExactly("customer.created", "customer.updated");
    }

    @Test
    void endsTheirSubscriptionsWithThem() throws StripeException {
        Subscription subscription = stage.subscribed(Stage.PRO, TestCard.SUCCEEDS);
        int before = stage.happened().size();

        Customer deleted = stage.stripe.v1().customers().delete(subscription.getCustomer());

        assertThat(deleted.getDeleted()).isTrue();
        assertThat(stage.happenedAfter(before)).containsExactly("customer.subscription.deleted", "customer.deleted");
        assertThat(stage.again(subscription).getStatus()).isEqualTo("canceled");
        assertThat(stage.stripe
                        .v1()
                        .customers()
                        .retrieve(subscription.getCustomer())
                        .getDeleted())
                .isTrue();
        assertThat(stage.stripe.v1().customers().list().getData()).isEmpty();
    }

    @Test
    void forgetsWhoADeletedOneWas() throws StripeException, IOException {
        String customer = stage.stripe
                .v1()
                .customers()
                .create(
                        CustomerCreateParams.builder()
                                .setEmail("canary@example.com")
                                .setName("Canary Bird")
                                .build(),
                        RequestOptions.builder().setIdempotencyKey("once").build())
                .getId();
        String session = stage.session(customer, Stage.PRO).getId();
        stage.standIn
                .pages()
                .submitCheckout(session, Map.of("cardNumber", TestCard.SUCCEEDS.number, "billingName", "Canary Bird"));
        Path file = folder.resolve("stripe.json");
        assertThat(Files.readString(file)).contains("canary@example.com", "Canary Bird");
        stage.customer();

        stage.stripe.v1().customers().delete(customer);

        assertThat(Files.readString(file))
                .doesNotContain("canary@example.com", "Canary Bird")
                .contains("jenny@example.com", customer);
    }

    @Test
    void listsThemPageByPageNewestFirst() throws StripeException {
        List<String> made = List.of(
                stage.customer().getId(),
                stage.customer().getId(),
                stage.customer().getId());
        CustomerListParams.Builder two = CustomerListParams.builder().setLimit(2L);

        var first = stage.stripe.v1().customers().list(two.build());
        var second = stage.stripe
                .v1()
                .customers()
                .list(two.setStartingAfter(made.get(1)).build());

        assertThat(first.getData()).extracting(Customer::getId).containsExactly(made.get(2), made.get(1));
        assertThat(first.getHasMore()).isTrue();
        assertThat(second.getData()).extracting(Customer::getId).containsExactly(made.getFirst());
        assertThat(second.getHasMore()).isFalse();
    }
}
