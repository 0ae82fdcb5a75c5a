package ai.novacore.bootstrap.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ai.novacore.adapters.persistence.keys.MasterKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RefusingUnfitSettings {
    private static final ECKey KEY = key("key-1", Curve.P_256);
    private static final String SECRET = "Zx8vQm2LtR5yWb9KfJ3hNc7PdG4sUe6A";

    private final MockEnvironment settings = good();

    @Test
    void acceptsGoodOnes() {
        assertThat(ProductionSettings.problems(settings)).isEmpty();
        assertThatNoException().isThrownBy(() -> ProductionSettings.check(settings));
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThatExceptionOfType(UnfitSettingsException.class)
                .isThrownBy(() -> ProductionSettings.check(new MockEnvironment()))
                .withMessageContainingAll(
                        "DATABASE_URL is missing",
                        "NOVA_SIGNING_KEY is missing",
                        "SERVICE_JWT_SECRET is missing",
                        "NOVA_DATA_KEY is missing",
                        "NOVA_PUBLIC_URL is missing",
                        "SPRING_MAIL_HOST is missing",
                        "STRIPE_SECRET_KEY is missing",
                        "STRIPE_WEBHOOK_SECRET is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "nova.stripe.secret-key,pk_live_4eC39HqLyjWDarjt,STRIPE_SECRET_KEY",
        "nova.stripe.webhook-secret,whsec_short,STRIPE_WEBHOOK_SECRET"
    })
    void asksForWhatStripeGives(String setting, String value, String name) {
        refuses(setting, value, name + " is missing or");
    }

    @Test
    void refusesOneBadWebhookSecretAmongGoodOnes() {
        refuses(
                "nova.stripe.webhook-secret",
                "whsec_5f8Wq0ZJtYkRz2vN,,whsec_7xPbL3cM5f8Wq0ZJ",
                "STRIPE_WEBHOOK_SECRET");
        refuses("nova.stripe.webhook-secret", "whsec_5f8Wq0ZJtYkRz2vN,x", "STRIPE_WEBHOOK_SECRET");
    }

    @Test
    void asksForNothingOnALaptop() {
        MockEnvironment laptop = new MockEnvironment();
        laptop.setActiveProfiles("local");

        assertThatNoException().isThrownBy(() -> ProductionSettings.check(laptop));
    }

    @ParameterizedTest
    @CsvSource({
        "nova.database-url,DATABASE_URL",
        "nova.signing-key,NOVA_SIGNING_KEY",
        "nova.service-jwt-secret,SERVICE_JWT_SECRET",
        "nova.data-key,NOVA_DATA_KEY",
        "nova.public-url,NOVA_PUBLIC_URL",
        "spring.mail.host,SPRING_MAIL_HOST",
        "nova.stripe.secret-key,STRIPE_SECRET_KEY",
        "nova.stripe.webhook-secret,STRIPE_WEBHOOK_SECRET"
    })
    void namesWhatIsBlank(String setting, String name) {
        refuses(setting, " ", name + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://nova.example", "nova.example", "httpsnova", "//nova.example"})
    void asksForHttps(String url) {
        refuses("nova.public-url", url, "NOVA_PUBLIC_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/nova", "localhost:5432", "postgres://user:p%ZZ@host/nova"})
    void asksForAnAddressOfPostgres(String url) {
        refuses("nova.database-url", url, "DATABASE_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zx8vQm2LtR5yWb9KfJ3hNc7PdG4sUe6",
                "changeme",
                "changeme-changeme-changeme-x-y-z-1-2-3",
                "please-CHANGE_ME-before-production-42",
                "your-256-bit-secret-goes-here-1234567",
                "this-is-an-example-value-of-32-bytes!",
                "my-super-long-password-qwertzuiop-123",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "abababababababababababababababababab",
                "0123456789abcdef0123456789abcdef",
                "Zx8vQm2LtR5yWb9KfJ3hNc7PdG4sUe6A,",
                "Zx8vQm2LtR5yWb9KfJ3hNc7PdG4sUe6A,short",
            })
    void refusesWeakServiceSecrets(String secret) {
        refuses("nova.service-jwt-secret", secret, "SERVICE_JWT_SECRET");
    }

    @Test
    void takesSeveralServiceSecrets() {
        settings.setProperty("nova.service-jwt-secret", SECRET + ", 3f1c9a7be2d84056a1f7c3e9b05d62487c1e");

        assertThat(ProductionSettings.problems(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changeme", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void refusesWeakDataKeys(String key) {
        refuses("nova.data-key", key, "NOVA_DATA_KEY ");
        refuses("nova.data-key", MasterKeys.generate() + "," + key, "NOVA_DATA_KEY ");
    }

    @Test
    void takesSeveralDataKeys() {
        settings.setProperty("nova.data-key", MasterKeys.generate() + ", " + MasterKeys.generate());

        assertThat(ProductionSettings.problems(settings)).isEmpty();
    }

    @Test
    void refusesUnfitSigningKeys() {
        refuses("nova.signing-key", "changeme", "NOVA_SIGNING_KEY must be a JWK");
        refuses("nova.signing-key", KEY.toPublicJWK().toJSONString(), "NOVA_SIGNING_KEY must be a private key");
        refuses("nova.signing-key", key("key-1", Curve.P_384).toJSONString(), "NOVA_SIGNING_KEY must be for EC P-256");
        refuses("nova.signing-key", key(null, Curve.P_256).toJSONString(), "NOVA_SIGNING_KEY must be for EC P-256");
        refuses(
                "nova.signing-key",
                "{\"kty\":\"oct\",\"kid\":\"1\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMko\"}",
                "NOVA_SIGNING_KEY");
        refuses("nova.signing-key", """
                {"kty":"EC","crv":"P-256","kid":"1",
                 "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                 "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
                 "d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}""", "NOVA_SIGNING_KEY must be a key of your own");
    }

    @Test
    void refusesUnfitPreviousKeys() {
        refuses("nova.previous-signing-keys", "[{]", "NOVA_PREVIOUS_SIGNING_KEYS must be JWKs");
        refuses("nova.previous-signing-keys", KEY.toJSONString(), "NOVA_PREVIOUS_SIGNING_KEYS must have other kids");
        refuses(
                "nova.previous-signing-keys",
                key("old", Curve.P_384).toJSONString(),
                "NOVA_PREVIOUS_SIGNING_KEYS must be for EC P-256");
    }

    /** The one problem, which does not repeat the value. */
    private void refuses(String setting, String value, String problem) {
        settings.setProperty(setting, value);

        assertThat(ProductionSettings.problems(settings))
                .as(setting)
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain(value.isBlank() ? "\n" : value);
    }

    private static MockEnvironment good() {
        return new MockEnvironment()
                .withProperty("nova.database-url", "postgres://nova:x@db:5432/nova")
                .withProperty("nova.signing-key", KEY.toJSONString())
                .withProperty("nova.service-jwt-secret", SECRET)
                .withProperty("nova.data-key", MasterKeys.generate())
                .withProperty("nova.public-url", "https://nova.example")
                .withProperty("spring.mail.host", "mail.nova.example")
                .withProperty("nova.stripe.secret-key", "rk_live_4eC39HqLyjWDarjt")
                .withProperty("nova.stripe.webhook-secret", "whsec_5f8Wq0ZJtYkRz2vN, whsec_7xPbL3cM5f8Wq0ZJ");
    }

    private static ECKey key(@Nullable String id, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
