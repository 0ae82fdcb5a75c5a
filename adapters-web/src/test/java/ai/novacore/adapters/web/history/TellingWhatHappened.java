package ai.novacore.adapters.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TellingWhatHappened {

    static List<Class<?>> events() {
        return Stream.of(
                        UserEvent.class,
                        SubscriptionEvent.class,
                        QuotaEvent.class,
                        MemoryEvent.class,
                        ConversationEvent.class)
                .flatMap(family -> Arrays.<Class<?>>stream(family.getPermittedSubclasses()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void saysASentenceWithoutPersonalTextOrIds(Class<?> type) {
        String sentence = EventSentences.of((DomainEvent) Samples.of(type));

        assertThat(sentence)
                .matches("[A-Z0-9].{10,}\\.")
                .doesNotContain(Samples.SECRET, "example.org", "usr_", "trn_", "mem_", "cnv_", "run_", "null", "[");
    }

    @Test
    void hasADifferentSentenceForEachType() {
        assertThat(events().stream().map(type -> EventSentences.of((DomainEvent) Samples.of(type))))
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void showsTheEventsAfterAPosition() {
        assertThat(Http.stranger()
                        .get("/dev/events?after=3&correlationId=request-1&limit=5")
                        .text())
                .isEqualTo("{\"items\":[{\"position\":4,\"sequence\":0,\"type\":\"quota.usage-reserved/1\","
                        + "\"at\":\"2026-03-01T12:00:00Z\",\"aggregate\":\"quota_usr_anna_2026-03-01\","
                        + "\"correlationId\":\"request-1\",\"sentence\":\"1,124 tokens were reserved for a turn:"
                        + " 100 tokens in and up to 1,024 tokens out.\"}]}");
        assertThat(Http.stranger().get("/dev/events?after=x").refusal()).isEqualTo("400 invalid_request");
    }
}
