package ai.novacore.bootstrap.standin;

import ai.novacore.adapters.stripe.standin.StandInPages;
import ai.novacore.adapters.stripe.standin.StripeStandIn;
import ai.novacore.adapters.stripe.standin.StripeStandIn.Plan;
import ai.novacore.adapters.stripe.standin.StripeStandIn.Settings;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.domain.shared.Tier;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** The stand-in for Stripe, as part of this process. Its API listens on the loopback address only. */
@Configuration(proxyBeanMethods = false)
@Conditional(StandInCondition.class)
class StandInStripe {
    private static final Plan BASIC = new Plan("basic", "price_nova_basic", 900);
    private static final Plan PRO = new Plan("pro", "price_nova_pro", 2900);
    private static final int SECRET_BYTES = 24;

    /** Signed with a secret of this start; whatever is not delivered yet is signed when it is sent. */
    private static String secret(String prefix) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /** The stand-in with what it signs by. */
    record Running(StripeStandIn stripe, String webhookSecret) implements AutoCloseable {
        @Override
        public void close() {
            stripe.close();
        }
    }

    @Bean
    Running runningStripe(NovaSettings settings, Clock clock) {
        String webhookSecret = secret("whsec_");
        Path state = settings.data().resolve("stripe").resolve("state.json");
        StripeStandIn stripe = new StripeStandIn(
                clock, state, new Settings(webhookSecret, List.of(), settings.publicUrl(), List.of(BASIC, PRO)));
        stripe.start();
        return new Running(stripe, webhookSecret);
    }

    @Bean
    StripeAccount standInAccount(Running running) {
        return new StripeAccount(
                secret("sk_test_"),
                running.stripe().apiBase(),
                running.webhookSecret(),
                Map.of(Tier.BASIC, List.of(BASIC.priceId()), Tier.PRO, List.of(PRO.priceId())));
    }

    @Bean(destroyMethod = "")
    StripeStandIn stripeStandIn(Running running) {
        return running.stripe();
    }

    @Bean
    StandInPages standInPages(Running running) {
        return running.stripe().pages();
    }

    @Bean
    Following standInFollowing(Running running) {
        return new Following(running.stripe());
    }

    /** Tells the stand-in where the product is, once it is known, and lets it see that time passes. */
    static final class Following {
        private final StripeStandIn stripe;

        Following(StripeStandIn stripe) {
            this.stripe = stripe;
        }

        @EventListener
        void listen(WebServerInitializedEvent started) {
            if (started.getApplicationContext().getServerNamespace() == null) {
                int port = started.getWebServer().getPort();
                stripe.deliverTo(URI.create("http://127.0.0.1:" + port + "/billing/webhook"));
            }
        }

        @Scheduled(fixedDelay = 1_000)
        void tick() {
            stripe.tick();
        }
    }
}
