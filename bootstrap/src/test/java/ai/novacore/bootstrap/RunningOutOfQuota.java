package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A day of five messages: told at four, told at five, refused at six, and all of it in the ledger. */
class RunningOutOfQuota {

    @Test
    void warnsTwiceAndThenRefusesWithAllFacts() {
        try (Product product = Product.start("--nova.tiers.free.messages-per-day=5")) {
            Caller ada = Caller.member(product.address());

            askTimes(ada, 3);
            assertThat(warnings(ada)).isEmpty();
            askTimes(ada, 1);
            assertThat(warnings(ada)).containsExactly("messages 80");
            askTimes(ada, 1);
            assertThat(warnings(ada)).containsExactly("messages 80", "messages 100");

            refusal(ada.ask("One more?"));
            assertThat(warnings(ada)).hasSize(2);
            ledger(ada);
            mails(ada);
        }
    }

    private static void askTimes(Caller person, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(person.ask("Hello " + i).status()).isEqualTo(200);
        }
    }

    private static List<String> warnings(Caller person) {
        return person.get("/api/usage/quota")
                .json()
                .path("warnings")
                .valueStream()
                .map(warning -> warning.path("resource").asString() + " "
                        + warning.path("percent").asLong())
                .toList();
    }

    private static void refusal(Answer answer) {
        JsonNode problem = answer.json();
        Instant midnight = LocalDate.now(ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("quota_exceeded");
        assertThat(problem.path("resource").asString()).isEqualTo("messages");
        assertThat(problem.path("limit").asLong()).isEqualTo(5);
        assertThat(problem.path("used").asLong()).isEqualTo(5);
        assertThat(Instant.parse(problem.path("resetsAt").asString())).isEqualTo(midnight);
        assertThat(problem.path("upgradeUrl").asString()).isEqualTo("http://localhost:8080/billing");
        assertThat(problem.path("detail").asString()).isEqualTo("All 5 messages that your plan has for now are used.");
        assertThat(Long.parseLong(answer.header("Retry-After")))
                .isBetween(1L, Duration.ofDays(1).toSeconds() + 1);
    }

    private static void ledger(Caller person) {
        Answer csv = person.get("/api/usage/ledger/export");
        long total = person.get("/api/usage/quota")
                .json()
                .at("/resources/tokens/used")
                .asLong();

        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"novacore-usage.csv\"");
        assertThat(csv.body().lines().skip(1).map(line -> line.split(",", -1)))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line[5]).isEqualTo("settled"));
        assertThat(csv.body()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .mapToLong(line -> Long.parseLong(line[3]) + Long.parseLong(line[4]))
                        .sum())
                .isEqualTo(total);
        assertThat(person.get("/api/usage/ledger/export?format=json")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(5);
        assertThat(person.get("/api/usage/ledger?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .code())
                .isEqualTo("invalid_request");
        assertThat(person.get("/api/usage/daily").json().path("items").valueStream())
                .hasSize(30)
                .satisfies(days -> {
                    assertThat(sum(days, "turns")).isEqualTo(5);
                    assertThat(sum(days, "inputTokens") + sum(days, "outputTokens"))
                            .isEqualTo(total);
                });
    }

    private static long sum(List<? extends JsonNode> days, String field) {
        return days.stream().mapToLong(day -> day.path(field).asLong()).sum();
    }

    private static void mails(Caller person) {
        String path = "/dev/mailbox/messages?to=" + person.email();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                person.get(path).json().path("messages").valueStream())
                        .extracting(mail -> mail.path("subject").asString())
                        .containsOnlyOnce("Most of your daily allowance is used", "Your daily allowance is used up"));
        assertThat(person.get(path).json().path("messages").valueStream())
                .filteredOn(mail -> mail.path("subject").asString().contains("allowance"))
                .allSatisfy(mail -> {
                    assertThat(mail.path("links").get(0).asString()).isEqualTo("http://localhost:8080/billing");
                    assertThat(mail.path("text").asString()).contains("of the 5 messages", "00:00 UTC");
                });
    }
}
