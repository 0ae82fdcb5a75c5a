package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.bootstrap.Caller.Answer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes that share nothing but a database count together; checklist 15. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningTwoNodes {
    private static final int FAILURES = 5;

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Product> nodes = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        String key = new ECKeyGenerator(Curve.P_256)
                .keyIDFromThumbprint(true)
                .generate()
                .toJSONString();
        for (int node = 0; node < 2; node++) {
            nodes.add(Product.startOn(
                    database,
                    "--nova.signing-key=" + key,
                    "--nova.limits.store=postgres",
                    "--nova.trusted-proxies=127.0.0.0/8,::1/128",
                    "--nova.tiers.free.requests-per-minute=1",
                    "--nova.tiers.free.burst=10"));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Product node : nodes) {
            node.close();
        }
        database.close();
    }

    @Test
    void shareTheRateLimitOfAMember() {
        Caller ada = member();
        List<Integer> statuses = new ArrayList<>();
        for (int request = 0; request < 40; request++) {
            statuses.add(at(request, ada).get("/api/usage/quota").status());
        }

        assertThat(statuses.subList(0, 10)).containsOnly(200);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeBetween(10, 11);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSizeBetween(29, 30);
    }

    @Test
    void grantNoMoreToRequestsAtOnce() throws Exception {
        Caller ada = member();
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int request = 0; request < 40; request++) {
            int number = request;
            requests.add(() -> at(number, ada).get("/api/usage/quota").status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> status : threads.invokeAll(requests)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeBetween(10, 11);
    }

    @Test
    void countFailedLoginsOfAnAccountTogether() {
        Caller ada = member();
        for (int attempt = 0; attempt < FAILURES; attempt++) {
            assertThat(logIn(attempt, ada.email(), "wrong", "198.51.100." + attempt)
                            .code())
                    .isEqualTo("invalid_credentials");
        }

        for (int node = 0; node < 2; node++) {
            Answer refused = logIn(node, ada.email(), Caller.PASSWORD, "198.51.100.77");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("login_throttled");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 901);
        }
    }

    @Test
    void countFailedLoginsFromAnAddressTogether() {
        for (int attempt = 0; attempt < FAILURES; attempt++) {
            assertThat(logIn(attempt, "nobody-" + attempt + "@example.org", "wrong", "198.51.100.200")
                            .code())
                    .isEqualTo("invalid_credentials");
        }
        Caller ada = member();

        assertThat(logIn(0, ada.email(), Caller.PASSWORD, "198.51.100.200").code())
                .isEqualTo("login_throttled");
        assertThat(logIn(1, ada.email(), Caller.PASSWORD, "198.51.100.200").code())
                .isEqualTo("login_throttled");
        assertThat(logIn(1, ada.email(), Caller.PASSWORD, "198.51.100.201").status())
                .isEqualTo(200);
    }

    @Test
    void countBadVerificationLinksTogether() {
        for (int attempt = 0; attempt < FAILURES; attempt++) {
            assertThat(verify(attempt).code()).isEqualTo("verification_token_invalid");
        }

        assertThat(verify(0).code()).isEqualTo("verification_throttled");
        assertThat(verify(1).code()).isEqualTo("verification_throttled");
    }

    @Test
    void countMailsThatAreAskedForTogether() {
        Caller ada = member();
        for (int mail = 0; mail < 3; mail++) {
            assertThat(at(mail, ada).post("/auth/resend-verification", "").status())
                    .isEqualTo(202);
        }

        assertThat(at(0, ada).post("/auth/resend-verification", "").code()).isEqualTo("resend_throttled");
        assertThat(at(1, ada).post("/auth/resend-verification", "").code()).isEqualTo("resend_throttled");
    }

    @Test
    void endASessionForEachOther() {
        Caller ada = member();
        assertThat(at(1, ada).get("/auth/me").status()).isEqualTo(200);

        assertThat(at(0, ada).post("/auth/logout", "").status()).isEqualTo(204);

        assertThat(at(1, ada).get("/auth/me").code()).isEqualTo("token_invalid");
    }

    private Caller member() {
        return Caller.member(nodes.getFirst().address());
    }

    private Caller at(int number, Caller person) {
        return person.at(nodes.get(number % 2).address());
    }

    private Answer verify(int number) {
        Caller nobody = nodes.get(number % 2).caller();
        return nobody.send(nobody.request("/auth/verify-email?token=made-up")
                .header("X-Forwarded-For", "198.51.100.210")
                .GET());
    }

    private Answer logIn(int number, String email, String password, String from) {
        Caller nobody = nodes.get(number % 2).caller();
        return nobody.send(nobody.request("/auth/login")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", from)
                .POST(Caller.json("email", email, "password", password)));
    }
}
