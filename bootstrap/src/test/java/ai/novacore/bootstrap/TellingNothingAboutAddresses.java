package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.web.security.Argon2PasswordHasher;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.bootstrap.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nobody learns from an answer whether an address has an account, nor from the work that it takes, most of which is
 * hashing; checklist 12.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellingNothingAboutAddresses {
    private static final String WRONG = "not the password of anybody";
    private static final List<String> PASSWORDS = List.of(WRONG, "", "x".repeat(73), "ü".repeat(128));

    private final TestDatabase database = TestDatabase.fresh();
    private final Product product = Product.startOn(
            database,
            CountingHashes.class,
            "--nova.admin-email=boss@example.org",
            "--nova.trusted-proxies=127.0.0.0/8,::1/128");
    private final AtomicInteger hashings = product.bean(CountingHashes.class).hashings;
    private int strangers;

    @AfterAll
    void stop() {
        product.close();
        database.close();
    }

    /** Counts what the real hasher does. */
    static final class CountingHashes {
        final AtomicInteger hashings = new AtomicInteger();

        @Bean
        @Primary
        PasswordHasher countingHasher(Argon2PasswordHasher real) {
            return new PasswordHasher() {
                @Override
                public String hash(String password) {
                    hashings.incrementAndGet();
                    return real.hash(password);
                }

                @Override
                public boolean matches(String password, String hash) {
                    hashings.incrementAndGet();
                    return real.matches(password, hash);
                }

                @Override
                public boolean outdated(String hash) {
                    return real.outdated(hash);
                }
            };
        }
    }

    /** All that somebody can see of an answer, and how many hashes were computed for it. */
    private record Seen(int status, JsonNode body, Set<String> headers, int hashings) {}

    @Test
    void inWhatRegisteringSays() {
        String known = member();
        for (String password : List.of(Caller.PASSWORD, "", "password1234", "x1y2z3".repeat(30))) {
            Seen taken = see("/auth/register", "email", known, "password", password, "displayName", "Ada");
            Seen free = see("/auth/register", "email", address(), "password", password, "displayName", "Ada");

            assertThat(taken).as(password).isEqualTo(free);
        }
        assertThat(see("/auth/register", "email", known, "password", Caller.PASSWORD, "displayName", "Ada"))
                .satisfies(seen -> assertThat(seen.status()).isEqualTo(202))
                .satisfies(seen -> assertThat(seen.hashings()).isOne());
    }

    @Test
    void inWhatLoggingInSays() {
        for (String password : PASSWORDS) {
            Seen unknown = see("/auth/login", "email", address(), "password", password);

            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.hashings()).isOne();
            assertThat(see("/auth/login", "email", member(), "password", password))
                    .isEqualTo(unknown);
            assertThat(see("/auth/login", "email", suspended(), "password", password))
                    .isEqualTo(unknown);
            assertThat(see("/auth/login", "email", "no address", "password", password))
                    .isEqualTo(unknown);
        }
    }

    @Test
    void inHowOftenLoggingInMayBeTried() {
        List<Seen> unknown = tryTooOften(address());

        assertThat(unknown.stream().map(Seen::status)).containsExactly(401, 401, 401, 401, 401, 429, 429);
        assertThat(unknown.stream().map(Seen::hashings)).containsExactly(1, 1, 1, 1, 1, 0, 0);
        assertThat(tryTooOften(member())).isEqualTo(unknown);
        assertThat(tryTooOften(suspended())).isEqualTo(unknown);
    }

    @Test
    void inWhatWhoeverForgotAPasswordIsTold() {
        String known = member();
        String suspended = suspended();
        String unknown = address();
        // The fourth within an hour sends no mail any more.
        for (int attempt = 0; attempt < 4; attempt++) {
            Seen seen = see("/auth/forgot-password", "email", unknown);

            assertThat(seen.status()).isEqualTo(202);
            assertThat(seen.hashings()).isZero();
            assertThat(see("/auth/forgot-password", "email", known)).isEqualTo(seen);
            assertThat(see("/auth/forgot-password", "email", suspended)).isEqualTo(seen);
        }
    }

    /** The mail goes to whoever is logged in; an address in the body is not even looked at. */
    @Test
    void inWhatAskingForAnotherMailSays() {
        Seen seen = see("/auth/resend-verification", "email", address());

        assertThat(seen.status()).isEqualTo(401);
        assertThat(see("/auth/resend-verification", "email", member())).isEqualTo(seen);
    }

    private List<Seen> tryTooOften(String email) {
        List<Seen> seen = new ArrayList<>();
        for (int attempt = 0; attempt < 7; attempt++) {
            seen.add(see("/auth/login", "email", email, "password", WRONG));
        }
        return seen;
    }

    private static String address() {
        return "somebody-" + UUID.randomUUID() + "@example.org";
    }

    private String member() {
        String email = address();
        product.caller().register(email);
        return email;
    }

    private String suspended() {
        String email = member();
        Caller boss = boss();
        String id =
                product.caller().logIn(email).get("/auth/me").json().path("id").asString();
        assertThat(boss.post("/admin/users/" + id + "/suspend", "{\"reason\":\"spam\"}")
                        .status())
                .isEqualTo(204);
        return email;
    }

    private Caller boss() {
        Caller nobody = product.caller();
        String email = "boss@example.org";
        if (nobody.get("/dev/mailbox/messages?to=" + email)
                .json()
                .path("messages")
                .isEmpty()) {
            nobody.register(email).verify(email);
        }
        Caller boss = nobody.logIn(email);
        await().until(() -> boss.get("/admin/invitations").status() == 200);
        return boss;
    }

    /** Each time from another network, as what is counted by address says nothing about accounts. */
    private Seen see(String path, String... fields) {
        int before = hashings.get();
        Caller nobody = product.caller();
        Answer answer = nobody.send(nobody.request(path)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "198.51." + strangers / 250 + "." + (1 + strangers++ % 250))
                .POST(BodyPublishers.ofString(Caller.text(fields))));
        ObjectNode body = (ObjectNode) answer.json();
        body.remove(List.of("correlationId", "instance"));
        return new Seen(
                answer.status(),
                body,
                new TreeSet<>(answer.response().headers().map().keySet()),
                hashings.get() - before);
    }
}
