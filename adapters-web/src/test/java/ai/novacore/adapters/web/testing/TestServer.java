package ai.novacore.adapters.web.testing;

import ai.novacore.adapters.web.WebConfiguration;
import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.security.EdgeSettings;
import ai.novacore.adapters.web.security.SigningKeys;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.readmodel.Account;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

    private static final class Local {
        static final TestServer INSTANCE = new TestServer("http://nova.test", "local");
    }

    private static final class Production {
        static final TestServer INSTANCE = new TestServer("https://nova.test", "production");
    }

    private final ConfigurableApplicationContext context;

    private TestServer(String publicUrl, String profile) {
        SpringApplication application = new SpringApplicationBuilder(Wiring.class)
                .profiles(profile)
                .properties(Map.of(
                        "server.port", "0",
                        "nova.test.url", publicUrl,
                        "spring.threads.virtual.enabled", "true",
                        "springdoc.api-docs.path", "/openapi.json",
                        "spring.main.banner-mode", "off"))
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

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A good access token. */
    public String token(Account account) {
        return bean(AccessTokenIssuer.class).issue(account, "ses-1").value();
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
        FakeOutside.class
    })
    static class Wiring {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        SigningKeys keys() {
            return () -> KEY;
        }

        @Bean
        WebSettings settings(@org.springframework.beans.factory.annotation.Value("${nova.test.url}") URI publicUrl) {
            return WebSettings.at(publicUrl);
        }

        @Bean
        EdgeSettings edgeSettings() {
            return new EdgeSettings(List.of(), 1_000_000, 1_000_000);
        }
    }
}
