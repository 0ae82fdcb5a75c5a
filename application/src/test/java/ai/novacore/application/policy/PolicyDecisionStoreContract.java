package ai.novacore.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.AllPages;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyDecisionStore} promises. */
public abstract class PolicyDecisionStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId BEN = new UserId("usr_ben");
    private static final Filter ALL = new Filter(null, null);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** An empty one; the same one throughout a test. */
    protected abstract PolicyDecisionStore store();

    @Test
    void keepsAllOfADecision() {
        PolicyDecision full = new PolicyDecision(
                "pol_1",
                NOON,
                MIRA,
                new ConversationId("cnv_1"),
                new TurnId("trn_1"),
                Direction.ANSWER,
                Decision.BLOCK,
                List.of("mass-harm", "a", "cats-2"),
                "2026-11 / draft, by \"us\"",
                "guard");
        PolicyDecision bare = new PolicyDecision(
                "pol_0", NOON, null, null, null, Direction.EVALUATION, Decision.ALLOW, List.of(), "v1", "rules");
        store().add(bare);
        store().add(full);

        assertThat(list(ALL)).containsExactly(full, bare);
    }

    @Test
    void keepsTheFirstOfAnId() {
        store().add(decision("pol_1", 0, MIRA, Decision.FLAG));
        store().add(decision("pol_1", 5, BEN, Decision.BLOCK));

        assertThat(list(ALL)).containsExactly(decision("pol_1", 0, MIRA, Decision.FLAG));
    }

    @Test
    void findsWhatConcernsAPerson() {
        store().add(decision("pol_1", 0, MIRA, Decision.FLAG));
        store().add(decision("pol_2", 1, BEN, Decision.FLAG));
        store().add(decision("pol_3", 2, null, Decision.FLAG));
        store().add(decision("pol_4", 3, MIRA, Decision.BLOCK));

        assertThat(list(new Filter(MIRA, null))).extracting(PolicyDecision::id).containsExactly("pol_4", "pol_1");
        assertThat(list(new Filter(null, Decision.FLAG)))
                .extracting(PolicyDecision::id)
                .containsExactly("pol_3", "pol_2", "pol_1");
        assertThat(list(new Filter(MIRA, Decision.FLAG)))
                .extracting(PolicyDecision::id)
                .containsExactly("pol_1");
        assertThat(list(new Filter(BEN, Decision.BLOCK))).isEmpty();
    }

    @Test
    void listsTheLatestFirstInPages() {
        PolicyDecision oldest = decision("pol_9", 0, MIRA, Decision.FLAG);
        PolicyDecision lower = decision("pol_A", 5, BEN, Decision.FLAG);
        PolicyDecision higher = decision("pol_a", 5, MIRA, Decision.FLAG);
        List.of(lower, oldest, higher).forEach(store()::add);

        assertThat(AllPages.of(page -> store().list(ALL, page), 2))
                .containsExactly(List.of(higher, lower), List.of(oldest));
        assertThat(AllPages.of(page -> store().list(new Filter(MIRA, Decision.FLAG), page), 1))
                .containsExactly(List.of(higher), List.of(oldest));
    }

    @Test
    void removesAllThatConcernsAPerson() {
        store().add(decision("pol_1", 0, MIRA, Decision.FLAG));
        store().add(decision("pol_2", 1, BEN, Decision.FLAG));
        store().add(decision("pol_3", 2, null, Decision.FLAG));

        store().removeAll(MIRA);

        assertThat(list(ALL)).extracting(PolicyDecision::id).containsExactly("pol_3", "pol_2");
    }

    private List<PolicyDecision> list(Filter filter) {
        return store().list(filter, PageRequest.first(100)).items();
    }

    private static PolicyDecision decision(String id, int seconds, @Nullable UserId user, Decision decision) {
        return new PolicyDecision(
                id,
                NOON.plusSeconds(seconds),
                user,
                null,
                null,
                Direction.PROMPT,
                decision,
                List.of("cats"),
                "v1",
                "rules");
    }
}
