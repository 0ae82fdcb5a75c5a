package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.web.WebConfiguration;
import ai.novacore.adapters.web.WebSettings;
import ai.novacore.adapters.web.security.EdgeSettings;
import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.security.SigningKeys;
import ai.novacore.adapters.web.stream.StreamSettings;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.database.DataFolder;
import ai.novacore.bootstrap.secrets.KeyRing;
import ai.novacore.bootstrap.secrets.ServiceSecretFile;
import ai.novacore.bootstrap.secrets.SigningKeyFile;
import ai.novacore.bootstrap.secrets.SigningKeyTexts;
import com.nimbusds.jose.jwk.ECKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
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
    SigningKeys generatedKeys(DataFolder folder, NovaSettings settings) {
        String configured = settings.signingKey();
        ECKey current = configured == null || configured.isBlank()
                ? SigningKeyFile.loadOrGenerate(folder.path())
                : SigningKeyTexts.current(configured);
        return KeyRing.of(current, SigningKeyTexts.previous(settings.previousSigningKeys()));
    }

    @Bean
    @Profile("!local")
    SigningKeys configuredKeys(NovaSettings settings) {
        return KeyRing.of(
                SigningKeyTexts.current(Objects.requireNonNull(settings.signingKey())),
                SigningKeyTexts.previous(settings.previousSigningKeys()));
    }

    @Bean
    @Profile("local")
    ServiceSecrets generatedServiceSecrets(DataFolder folder, NovaSettings settings) {
        return ServiceSecretFile.loadOrGenerate(settings.serviceJwtSecret(), folder.path());
    }

    @Bean
    @Profile("!local")
    ServiceSecrets configuredServiceSecrets(NovaSettings settings) {
        return ServiceSecrets.parse(Objects.requireNonNull(settings.serviceJwtSecret()));
    }

    @Bean
    ServiceTokens serviceTokens(ServiceSecrets secrets, Clock clock, MeterRegistry registry) {
        return new ServiceTokens(secrets, clock, registry);
    }
}
