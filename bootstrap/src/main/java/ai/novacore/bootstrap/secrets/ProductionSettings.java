package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.persistence.keys.MasterKeys;
import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.bootstrap.database.DatabaseAddress;
import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What production does not start without. A laptop has a default for each; outside of the profile {@code local} none of
 * them is good enough, and all that are missing or weak are named at once, before anything is started.
 */
public final class ProductionSettings {
    private static final int FEWEST_CHARACTERS = 10;
    /** What secrets contain that were copied from somewhere. Long words only: random ones must not be refused. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "changeme", "changethis", "secret", "example", "password", "placeholder", "insecure", "default", "replace");

    private static final Pattern STRIPE_KEY = Pattern.compile("(sk|rk)_\\w+");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("\\S{16,}");
    private static final Pattern SEPARATORS = Pattern.compile("[-_. ]");

    private ProductionSettings() {}

    /** @throws UnfitSettingsException naming all that is wrong, unless this is a laptop */
    public static void check(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        List<String> problems = problems(environment);
        if (!problems.isEmpty()) {
            throw new UnfitSettingsException(problems);
        }
    }

    /** One sentence for each; none repeats a value. */
    static List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        database(environment.getProperty("nova.database-url", ""), problems);
        signingKeys(
                environment.getProperty("nova.signing-key", ""),
                environment.getProperty("nova.previous-signing-keys", ""),
                problems);
        serviceSecret(environment.getProperty("nova.service-jwt-secret", ""), problems);
        dataKey(environment.getProperty("nova.data-key", ""), problems);
        String publicUrl = environment.getProperty("nova.public-url", "");
        if (!publicUrl.toLowerCase(Locale.ROOT).startsWith("https://")) {
            problems.add("NOVA_PUBLIC_URL is missing or does not begin with https://, where people reach the product");
        }
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            problems.add("SPRING_MAIL_HOST is missing: the server that sends mails");
        }
        stripe(environment, problems);
        return problems;
    }

    private static void stripe(Environment environment, List<String> problems) {
        if (!STRIPE_KEY
                .matcher(environment.getProperty("nova.stripe.secret-key", ""))
                .matches()) {
            problems.add("STRIPE_SECRET_KEY is missing or does not begin with sk_ or rk_: what Stripe is called with");
        }
        String secrets = environment.getProperty("nova.stripe.webhook-secret", "");
        if (!Stream.of(secrets.split(","))
                .map(String::strip)
                .allMatch(one -> WEBHOOK_SECRET.matcher(one).matches())) {
            problems.add(
                    "STRIPE_WEBHOOK_SECRET is missing or shorter than 16 characters: what Stripe signs webhooks with");
        }
    }

    private static void database(String address, List<String> problems) {
        if (address.isBlank()) {
            problems.add("DATABASE_URL is missing: postgres://user:password@host:5432/name");
            return;
        }
        try {
            DatabaseAddress.parse(address.strip());
        } catch (IllegalArgumentException e) {
            problems.add("DATABASE_URL is not an address: postgres://user:password@host:5432/name");
        }
    }

    private static void signingKeys(String current, String previous, List<String> problems) {
        ECKey signing = null;
        try {
            if (current.isBlank()) {
                problems.add(
                        "NOVA_SIGNING_KEY is missing: the private EC P-256 key that signs access tokens, as a JWK");
            } else {
                signing = SigningKeyTexts.current(current);
            }
        } catch (IllegalArgumentException e) {
            problems.add("NOVA_SIGNING_KEY " + e.getMessage());
        }
        try {
            List<ECKey> before = SigningKeyTexts.previous(previous);
            if (signing != null) {
                KeyRing.of(signing, before);
            }
        } catch (IllegalArgumentException e) {
            problems.add("NOVA_PREVIOUS_SIGNING_KEYS " + e.getMessage());
        }
    }

    private static void dataKey(String configured, List<String> problems) {
        if (configured.isBlank()) {
            problems.add("NOVA_DATA_KEY is missing: 32 random bytes, as 'openssl rand -base64 32' gives; keep it well");
            return;
        }
        try {
            MasterKeys.parse(configured);
        } catch (IllegalArgumentException e) {
            problems.add("NOVA_DATA_KEY " + e.getMessage());
        }
    }

    private static void serviceSecret(String configured, List<String> problems) {
        if (configured.isBlank()) {
            problems.add("SERVICE_JWT_SECRET is missing: at least 32 random bytes, as 'openssl rand -base64 48' gives");
            return;
        }
        Stream.of(configured.split(",", -1))
                .map(String::strip)
                .<String>mapMulti((secret, found) -> weakness(secret, found))
                .distinct()
                .forEach(weakness -> problems.add("SERVICE_JWT_SECRET " + weakness));
    }

    private static void weakness(String secret, Consumer<String> found) {
        String letters = SEPARATORS.matcher(secret.toLowerCase(Locale.ROOT)).replaceAll("");
        if (!ServiceSecrets.isLongEnough(secret)) {
            found.accept("is too short: at least 32 bytes, each of several");
        } else if (secret.chars().distinct().count() < FEWEST_CHARACTERS || repeatsItself(secret)) {
            found.accept("repeats itself: take random bytes");
        } else if (PLACEHOLDERS.stream().anyMatch(letters::contains)) {
            found.accept("is a placeholder: take random bytes");
        }
    }

    private static boolean repeatsItself(String secret) {
        int again = (secret + secret).indexOf(secret, 1);
        return again < secret.length();
    }
}
