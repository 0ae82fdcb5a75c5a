package ai.novacore.bootstrap;

import ai.novacore.adapters.persistence.keys.MasterKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Arrays;
import java.util.stream.Stream;

/** Settings that production starts with, but for its database. */
final class ProductionExample {
    /** The same for all, so that a product can be started again, in whatever profile. */
    static final String DATA_KEY = "--nova.data-key=" + MasterKeys.generate();

    private ProductionExample() {}

    /** With more of a test's own. */
    static String[] settings(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.profiles.active=production",
                                "--nova.public-url=https://nova.example",
                                "--nova.signing-key=" + key(),
                                "--nova.service-jwt-secret=Zx8vQm2LtR5yWb9KfJ3hNc7PdG4sUe6A",
                                DATA_KEY,
                                "--spring.mail.host=localhost",
                                "--nova.stopping.notice=0s",
                                "--spring.mail.port=1",
                                "--nova.stripe.secret-key=sk_test_4eC39HqLyjWDarjtT1zdp7dc",
                                "--nova.stripe.webhook-secret=whsec_5f8Wq0ZJtYkRz2vN7xPbL3cM",
                                "--nova.stripe.api-base=http://127.0.0.1:1",
                                "--nova.stripe.prices.basic=price_basic",
                                "--nova.stripe.prices.pro=price_pro"),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static String key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
