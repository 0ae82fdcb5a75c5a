package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link BillingCustomers} promises. */
public abstract class BillingCustomersContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId NOOR = new UserId("usr_noor");

    /** An empty one; the same one throughout a test. */
    protected abstract BillingCustomers customers();

    @Test
    void knowsWhoIsWhichCustomer() {
        assertThat(customers().link(MIRA, "cus_1")).isEqualTo("cus_1");

        assertThat(customers().customerOf(MIRA)).contains("cus_1");
        assertThat(customers().userOf("cus_1")).contains(MIRA);
        assertThat(customers().holds(MIRA, "cus_1")).isTrue();
        assertThat(customers().holds(MIRA, "cus_2")).isFalse();
        assertThat(customers().holds(NOOR, "cus_1")).isFalse();
        assertThat(customers().customerOf(NOOR)).isEmpty();
        assertThat(customers().userOf("cus_2")).isEmpty();
    }

    @Test
    void keepsTheFirstCustomerOfAMember() {
        customers().link(MIRA, "cus_1");

        assertThat(customers().link(MIRA, "cus_1")).isEqualTo("cus_1");
        assertThat(customers().link(MIRA, "cus_2")).isEqualTo("cus_1");
        assertThat(customers().userOf("cus_2")).isEmpty();
    }

    @Test
    void givesNobodyTheCustomerOfSomebodyElse() {
        customers().link(MIRA, "cus_1");

        assertThatIllegalStateException().isThrownBy(() -> customers().link(NOOR, "cus_1"));
        assertThat(customers().customerOf(NOOR)).isEmpty();
        assertThat(customers().userOf("cus_1")).contains(MIRA);
    }

    @Test
    void forgetsAMember() {
        customers().link(MIRA, "cus_1");
        customers().link(NOOR, "cus_2");
        customers().remove(MIRA);
        customers().remove(MIRA);

        assertThat(customers().customerOf(MIRA)).isEmpty();
        assertThat(customers().userOf("cus_1")).isEmpty();
        assertThat(customers().holds(MIRA, "cus_1")).isFalse();
        assertThat(customers().userOf("cus_2")).contains(NOOR);
        assertThat(customers().link(MIRA, "cus_3")).isEqualTo("cus_3");
    }

    @Test
    void tellsAllWhoLinkAtOnceTheSame() throws Exception {
        List<Future<String>> linked = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                String customer = "cus_" + i;
                linked.add(together.submit(() -> customers().link(MIRA, customer)));
            }
            for (Future<String> link : linked) {
                assertThat(link.get(30, TimeUnit.SECONDS))
                        .isEqualTo(customers().customerOf(MIRA).orElseThrow());
            }
        }
    }
}
