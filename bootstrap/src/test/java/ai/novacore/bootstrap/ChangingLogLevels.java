package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ChangingLogLevels {
    private static final String OWN = "ai.novacore.levels";

    private final Product product = Product.shared();
    private final Caller operator = new Caller(product.managementAddress());

    @AfterEach
    void reset() {
        change(operator, OWN, "{}", token(ServiceScope.WORKERS));
    }

    @Test
    void takesAServiceToken() {
        assertThat(change(operator, OWN, "{\"configuredLevel\":\"DEBUG\"}", token(ServiceScope.WORKERS)))
                .isEqualTo(204);

        assertThat(LoggerFactory.getLogger(OWN).isDebugEnabled()).isTrue();
        assertThat(operator.get("/loggers/" + OWN)
                        .json()
                        .path("configuredLevel")
                        .asString())
                .isEqualTo("DEBUG");
    }

    @Test
    void isRefusedToEverybodyElse() {
        String debug = "{\"configuredLevel\":\"DEBUG\"}";

        assertThat(change(operator, OWN, debug, null)).isEqualTo(403);
        assertThat(change(operator, OWN, debug, "made.up.token")).isEqualTo(403);
        assertThat(change(operator, OWN, debug, token(ServiceScope.MEMORY))).isEqualTo(403);
        assertThat(LoggerFactory.getLogger(OWN).isDebugEnabled()).isFalse();
    }

    /** Others would write what members typed into the log. */
    @Test
    void isForTheLoggersOfTheProductOnly() {
        String token = token(ServiceScope.WORKERS);

        assertThat(change(operator, "org.hibernate.orm.jdbc.bind", "{\"configuredLevel\":\"TRACE\"}", token))
                .isEqualTo(403);
        assertThat(change(operator, "ROOT", "{\"configuredLevel\":\"TRACE\"}", token))
                .isEqualTo(403);
        assertThat(LoggerFactory.getLogger("org.hibernate.orm.jdbc.bind").isTraceEnabled())
                .isFalse();
    }

    @Test
    void isNotOnThePublicPort() {
        String token = token(ServiceScope.WORKERS);

        assertThat(product.caller().get("/loggers").status()).isIn(401, 404);
        assertThat(change(product.caller(), OWN, "{\"configuredLevel\":\"DEBUG\"}", token))
                .isIn(401, 403, 404);
        assertThat(LoggerFactory.getLogger(OWN).isDebugEnabled()).isFalse();
    }

    private String token(ServiceScope scope) {
        return product.bean(ServiceTokens.class).issue(Set.of(scope));
    }

    private static int change(Caller caller, String logger, String level, @Nullable String token) {
        var request = caller.request("/loggers/" + logger)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(level));
        return caller.send(token == null ? request : request.header(ServiceTokens.HEADER, token))
                .status();
    }
}
