package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.web.WebConfiguration;
import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.security.EdgeSettings;
import ai.novacore.adapters.web.security.SigningKeys;
import ai.novacore.adapters.web.stream.StreamSettings;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.database.DataFolder;
import com.nimbusds.jose.jwk.ECKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The door, and the keys that it signs with. */
@Configuration(proxyBeanMethods = false)
@Import(WebConfiguration.class)
class SecurityWiring {

    @Bean
    WebSettings webSettings(NovaSettings settings) {
        return WebSettings.at(settings.publicUrl(), settings.allowedOrigins());
    }

    @Bean
    EdgeSettings edgeSettings(NovaSettings settings) {
        NovaSettings.OpenRoutes open = settings.limits().openRoutes();
        return new EdgeSettings(settings.trustedProxies(), open.requestsPerMinute(), open.burst());
    }

    @Bean
    StreamSettings streamSettings(NovaSettings settings) {
        return settings.streams();
    }

    @Bean
    @Profile("local")
    SigningKeys generatedKeys(DataFolder folder) {
        ECKey key = SigningKeyFile.loadOrGenerate(folder.path().resolve("keys").resolve("signing-key.json"));
        return () -> key;
    }

    @Bean
    @Profile("!local")
    SigningKeys configuredKeys(NovaSettings settings) {
        String configured = settings.signingKey();
        if (configured == null || configured.isBlank()) {
            throw new IllegalStateException("NOVA_SIGNING_KEY is missing: the private EC P-256 key, as a JWK");
        }
        ECKey key = SigningKeyFile.parse(configured);
        return () -> key;
    }
}
