package ai.novacore.application.support;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.policy.InMemoryPolicyDecisions;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.history.PersonTimeline;
import ai.novacore.application.support.port.in.TimelineQuery;
import ai.novacore.application.support.port.in.TimelineQuery.Moment;
import ai.novacore.application.support.port.in.TimelineQuery.Moment.Recorded;
import ai.novacore.application.support.port.in.TimelineQuery.Moment.Refused;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingALife {
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");

    private final InMemoryHistoryLog log = new InMemoryHistoryLog();
    private final InMemoryPolicyDecisions decisions = new InMemoryPolicyDecisions();
    private final TimelineQuery timeline = new PersonTimeline(log, decisions::list);

    /** Five events and four refusals, some of them at the same moment, among what others did. */
    private void live() {
        for (int second : List.of(0, 1, 1, 3, 4)) {
            log.append(new PasswordChanged(ADA, NOON.plusSeconds(second)));
            log.append(new PasswordChanged(BOB, NOON.plusSeconds(second)));
        }
        for (int second : List.of(1, 1, 2, 4)) {
            decide(ADA, second, Decision.BLOCK);
            decide(ADA, second, Decision.FLAG);
            decide(BOB, second, Decision.BLOCK);
        }
    }

    private int decided;

    private void decide(UserId user, int second, Decision decision) {
        decisions.add(new PolicyDecision(
                "pol_" + decided++,
                NOON.plusSeconds(second),
                user,
                null,
                null,
                Direction.PROMPT,
                decision,
                List.of(),
                "v1",
                "rules"));
    }

    @Test
    void putsWhatHappenedAndWhatWasRefusedIntoOneOrder() {
        live();

        assertThat(timeline.timeline(ADA, PageRequest.first(100)).items().stream()
                        .map(TellingALife::told)
                        .toList())
                .containsExactly("e4", "d4", "e3", "d2", "e1", "e1", "d1", "d1", "e0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9})
    void losesNothingBetweenPages(int size) {
        live();
        List<Moment> paged = new ArrayList<>();
        Page<Moment> page = timeline.timeline(ADA, PageRequest.first(size));
        paged.addAll(page.items());
        while (page.next() != null) {
            page = timeline.timeline(ADA, new PageRequest(page.next(), size));
            paged.addAll(page.items());
        }

        assertThat(paged)
                .isEqualTo(timeline.timeline(ADA, PageRequest.first(100)).items());
        assertThat(Collections.frequency(paged.stream().map(TellingALife::told).toList(), "d1"))
                .isEqualTo(2);
    }

    @Test
    void knowsNobodyWhoNeverWas() {
        assertThatThrownBy(() -> timeline.timeline(ADA, PageRequest.first(10))).isInstanceOf(DomainRejection.class);
    }

    @Test
    void refusesCursorsOfOtherLists() {
        live();

        assertThatThrownBy(() -> timeline.timeline(ADA, new PageRequest(new Cursor(NOON, "exotic"), 10)))
                .isInstanceOfSatisfying(
                        DomainRejection.class, e -> assertThat(e.code()).isEqualTo("invalid_request"));
    }

    /** What it is, and in which second. */
    private static String told(Moment moment) {
        return switch (moment) {
            case Recorded(var entry) -> "e" + NOON.until(entry.at()).toSeconds();
            case Refused(var decision) -> "d" + NOON.until(decision.at()).toSeconds();
        };
    }
}
