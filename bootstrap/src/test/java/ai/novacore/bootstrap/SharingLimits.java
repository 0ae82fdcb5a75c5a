package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.bootstrap.Caller.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class SharingLimits {
    private static final int BURST = 5;

    @Test
    void countsRequestsThatAlternateBetweenNodesTogether() {
        String[] settings = {
            "--nova.limits.store=postgres",
            "--nova.tiers.free.requests-per-minute=1",
            "--nova.tiers.free.burst=" + BURST
        };
        try (TestDatabase database = TestDatabase.fresh();
                Product one = Product.startOn(database, settings);
                Product other = Product.startOn(database, settings)) {
            Caller ada = Caller.member(one.address());
            List<Caller> nodes = List.of(ada, new Caller(other.address()).logIn(ada.email()));
            int granted = 0;
            for (int i = 0; i < 4 * BURST; i++) {
                Answer answer = nodes.get(i % 2).get("/api/usage/quota");
                granted += answer.status() == 200 ? 1 : 0;
                if (answer.status() != 200) {
                    assertThat(answer.json().path("code").asString()).isEqualTo("rate_limited");
                }
            }

            // One comes back a minute.
            assertThat(granted).isBetween(BURST, BURST + 1);
        }
    }
}
