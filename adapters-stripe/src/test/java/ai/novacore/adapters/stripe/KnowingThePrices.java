package ai.novacore.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.domain.shared.Tier;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowingThePrices {
    private final ManualClock clock = new ManualClock();
    private final PriceList list = new PriceList(clock, this::ask);
    private boolean down;
    private int asked;

    private Map<Tier, Price> ask() {
        asked++;
        if (down) {
            throw new PaymentFailure("no answer", null);
        }
        return price(asked);
    }

    private static Map<Tier, Price> price(int amount) {
        return Map.of(Tier.PRO, new Price(amount, "eur", "month"));
    }

    @Test
    void asksOnceInTenMinutes() {
        assertThat(list.prices()).isEqualTo(price(1));
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        assertThat(list.prices()).isEqualTo(price(1));

        clock.advance(Duration.ofNanos(1));

        assertThat(list.prices()).isEqualTo(price(2));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void remembersThemWhileNobodyAnswers() {
        list.prices();
        down = true;
        clock.advance(Duration.ofMinutes(10));

        assertThat(list.prices()).isEqualTo(price(1));
        assertThat(list.prices()).isEqualTo(price(1));
        assertThat(asked).as("not asked with every look").isEqualTo(2);

        down = false;
        clock.advance(Duration.ofMinutes(10));
        assertThat(list.prices()).isEqualTo(price(3));
    }

    @Test
    void failsWhileTheyAreNotKnown() {
        down = true;
        assertThatThrownBy(list::prices).isInstanceOf(PaymentFailure.class);

        down = false;
        assertThat(list.prices()).isEqualTo(price(2));
    }
}
