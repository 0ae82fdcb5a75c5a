package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.shared.port.out.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitingRequests {
    private static final String ME = "/auth/me";
    private static final String LOGOUT = "/auth/logout";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Http anna = Http.annaToStrict();
    private final String address = "203.0.113." + ADDRESSES.incrementAndGet();

    @BeforeEach
    void fillAllBuckets() {
        TestServer.LIMITS_CLOCK.advance(Duration.ofMinutes(5));
    }

    @Test
    void tellsHowMuchIsLeft() {
        Reply first = anna.get(ME);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("60;w=60;burst=3");
        assertThat(first.header("RateLimit-Limit")).isEqualTo("3");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("2");
        assertThat(first.header("RateLimit-Reset")).isEqualTo("1");
        assertThat(anna.get("/auth/me").header("RateLimit-Remaining")).isEqualTo("1");
    }

    @Test
    void refusesWhatIsTooMuch() {
        double before = refusals("basic");
        read(3);

        Reply refused = anna.get(ME);

        assertThat(refused.refusal()).isEqualTo("429 rate_limited");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("RateLimit-Reset")).isEqualTo("3");
        assertThat(refused.header("X-Correlation-ID")).isNotEmpty();
        assertThat(refusals("basic")).isEqualTo(before + 1);
    }

    @Test
    void letsPeopleInAgainAfterTheTimeThatItNames() {
        read(3);
        long wait = Long.parseLong(anna.get(ME).header("Retry-After"));

        TestServer.LIMITS_CLOCK.advance(Duration.ofSeconds(wait));

        assertThat(anna.get(ME).status()).isEqualTo(200);
    }

    @Test
    void leavesTheChatToWhoeverLoadsManyPages() {
        read(4);

        Reply reply = anna.post("/api/intelligence/chat", "{}");

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.header("RateLimit-Remaining")).isEqualTo("2");
    }

    @Test
    void countsApartWhatTheStaffDoForOthers() {
        read(4);

        Reply look = anna.get("/support/audit", "X-Support-Reason", "ticket 4711");

        assertThat(look.status()).isEqualTo(200);
        assertThat(look.header("RateLimit-Remaining")).isEqualTo("2");
    }

    @Test
    void countsAMemberWhateverTheAddress() {
        for (int i = 0; i < 3; i++) {
            anna.get(ME, ClientAddress.FORWARDED, "198.51.100." + i);
        }

        assertThat(anna.get(ME, ClientAddress.FORWARDED, "198.51.100.9").status())
                .isEqualTo(429);
    }

    @Test
    void countsStrangersByTheirAddress() {
        double before = refusals("none");
        for (int i = 0; i < 3; i++) {
            assertThat(logout(address).header("RateLimit-Remaining")).isEqualTo(Integer.toString(2 - i));
        }

        assertThat(logout(address).refusal()).isEqualTo("429 rate_limited");
        assertThat(logout("198.51.100.200").status()).isNotEqualTo(429);
        assertThat(refusals("none")).isEqualTo(before + 1);
    }

    @Test
    void isNotDodgedByWhatStrangersSayAboutThemselves() {
        for (int i = 0; i < 3; i++) {
            logout("192.0.2." + i + ", " + address);
        }

        assertThat(logout("192.0.2.99, " + address).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/live",
                "/health/ready",
                "/api/intelligence/health",
                "/api/memory/health",
                "/.well-known/jwks.json",
                "/openapi.json"
            })
    void leavesMonitorsAlone(String path) {
        for (int i = 0; i < 5; i++) {
            Reply reply = Http.strangerToStrict().get(path, ClientAddress.FORWARDED, address);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("RateLimit-Limit")).isEmpty();
        }
    }

    @Test
    void doesNotCountWhoeverIsNotLetIn() {
        for (int i = 0; i < 5; i++) {
            assertThat(Http.strangerToStrict()
                            .get(ME, ClientAddress.FORWARDED, address)
                            .refusal())
                    .isEqualTo("401 token_missing");
        }

        assertThat(anna.get(ME).header("RateLimit-Remaining")).isEqualTo("2");
    }

    @Test
    void canBeWatchedBeforeAnybodyIsRefused() {
        for (String tier : new String[] {"none", "free", "basic", "pro"}) {
            assertThat(refusals(tier)).isNotNegative();
        }
    }

    @Test
    void keepsTheLimitOfAMemberApartFromThatOfAnAddressOfTheSameName() {
        RateLimiter limiter = TestServer.strict().bean(RateLimiter.class);
        RateLimiter.Limit open = RateLimiter.Limit.perMinute("requests.open", 60, 3);
        for (int i = 0; i < 4; i++) {
            limiter.take(open, FakeAccounts.ANNA.id().value());
        }

        assertThat(anna.get(ME, "X-Correlation-ID", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(200);
    }

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            anna.get(ME);
        }
    }

    private static Reply logout(String from) {
        return Http.strangerToStrict().post(LOGOUT, "{}", ClientAddress.FORWARDED, from);
    }

    private static double refusals(String tier) {
        return TestServer.strict()
                .bean(MeterRegistry.class)
                .get("rate.limit.exceeded")
                .tag("user_tier", tier)
                .counter()
                .count();
    }
}
