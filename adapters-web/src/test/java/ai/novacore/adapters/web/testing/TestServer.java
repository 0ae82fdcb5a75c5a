package ai.novacore.adapters.web.testing;

import ai.novacore.adapters.web.WebConfiguration;
import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.security.EdgeSettings;
import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.security.SigningKeys;
import ai.novacore.adapters.web.stream.StreamSettings;
import ai.novacore.application.feedback.InMemoryFeedback;
import ai.novacore.application.feedback.KeepFeedback;
import ai.novacore.application.feedback.port.in.GiveFeedbackUseCase;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryRateLimiter;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Tier;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The real server with the real filter chain on a free port, over fakes; started once for all tests of a kind. */
public final class TestServer {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final ECKey KEY = newKey("key-1");
    /** The new one, and the one before. */
    public static final List<String> SERVICE_SECRETS = List.of("n".repeat(16) + "e".repeat(16), "o".repeat(32));

    public static final String FRIEND = "https://friend.example";
    public static final ManualClock LIMITS_CLOCK = new ManualClock();

    private static final class Local {
        static final TestServer INSTANCE = new TestServer("http://nova.test", "local", 1_000_000);
    }

    private static final class Production {
        static final TestServer INSTANCE = new TestServer("https://nova.test", "production", 1_000_000);
    }

    private static final class Strict {
        static final TestServer INSTANCE = new TestServer("http://nova.test", "local", 60);
    }

    private static final class Impatient {
        static final TestServer INSTANCE = new TestServer(
                "http://nova.test",
                "local",
                1_000_000,
                Map.of("server.tomcat.connection-timeout", "1s", "nova.test.send-timeout", "1s"));
    }

    private final ConfigurableApplicationContext context;

    private TestServer(String publicUrl, String profile, int requestsPerMinute) {
        this(publicUrl, profile, requestsPerMinute, Map.of());
    }

    private TestServer(String publicUrl, String profile, int requestsPerMinute, Map<String, Object> settings) {
        SpringApplication application = new SpringApplicationBuilder(Wiring.class)
                .profiles(profile)
                .properties(Map.of(
                        "server.port", "0",
                        "nova.test.url", publicUrl,
                        "nova.test.requests", requestsPerMinute,
                        "spring.threads.virtual.enabled", "true",
                        "springdoc.api-docs.path", "/openapi.json",
                        "spring.main.banner-mode", "off"))
                .properties(settings)
                .build();
        context = application.run();
    }

    /** On plain HTTP in the local profile, as on a laptop. */
    public static TestServer local() {
        return Local.INSTANCE;
    }

    /** Behind HTTPS, as in production. */
    public static TestServer production() {
        return Production.INSTANCE;
    }

    /** Grants 60 requests a minute, 3 of them at once; by {@link #LIMITS_CLOCK}. */
    public static TestServer strict() {
        return Strict.INSTANCE;
    }

    /** Gives its readers a second to take what they are sent. */
    public static TestServer impatient() {
        return Impatient.INSTANCE;
    }

    /** One that a test may stop. */
    public static TestServer own() {
        return new TestServer("http://nova.test", "local", 1_000_000, Map.of("server.shutdown", "graceful"));
    }

    /** Stops it, as a signal would. */
    public void stop() {
        context.close();
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A good access token. */
    public String token(Account account) {
        return token(account, "ses-1");
    }

    /** A good access token of a session. */
    public String token(Account account, String session) {
        return bean(AccessTokenIssuer.class).issue(account, session).value();
    }

    /** A good access token of a session whose owner is an administrator now. */
    public String adminToken(Account account) {
        return bean(AccessTokenIssuer.class).issue(account, "ses-admin").value();
    }

    public static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        WebConfiguration.class,
        FakeAccounts.class,
        FakeQuestions.class,
        FakeHistory.class,
        FakeMemories.class,
        FakeWorkers.class,
        FakeAdministration.class,
        FakePolicy.class,
        FakeBilling.class,
        FakeBackbone.class,
        FakeSupport.class,
        FakeBelongings.class,
        FakeOutside.class
    })
    static class Wiring {
        private final int requests;

        Wiring(@Value("${nova.test.requests}") int requests) {
            this.requests = requests;
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        StreamSettings streams(@Value("${nova.test.send-timeout:20s}") Duration sendTimeout) {
            return new StreamSettings(10, sendTimeout, Duration.ofSeconds(30), Duration.ofSeconds(10));
        }

        @Bean
        SigningKeys keys() {
            return () -> KEY;
        }

        @Bean
        WebSettings settings(@Value("${nova.test.url}") URI publicUrl) {
            return WebSettings.at(publicUrl, List.of(FRIEND));
        }

        @Bean
        EdgeSettings edgeSettings() {
            return new EdgeSettings(List.of("127.0.0.1", "::1"), requests, requests / 20);
        }

        @Bean
        TierLimits tierLimits() {
            TierLimits.Limits limits = new TierLimits.Limits(50, 50_000, 500, requests, requests / 20, 1_024);
            return new TierLimits(Map.of(Tier.FREE, limits, Tier.BASIC, limits, Tier.PRO, limits));
        }

        @Bean
        GiveFeedbackUseCase feedback(Clock clock) {
            return new KeepFeedback(new InMemoryFeedback(), new IdGenerator(clock), clock);
        }

        @Bean
        RateLimiter rateLimiter() {
            return new InMemoryRateLimiter(LIMITS_CLOCK);
        }

        @Bean
        ServiceTokens serviceTokens(Clock clock, MeterRegistry meters) {
            return new ServiceTokens(new ServiceSecrets(SERVICE_SECRETS), clock, meters);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
