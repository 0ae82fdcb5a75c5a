package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failure case 3: room for one, several prompts at once on two nodes, exactly one call to the model. */
class AdmittingOne {
    private static final int ROUNDS =
            Integer.getInteger("nova.rounds", System.getProperty("nova.long") != null ? 10_000 : 20);
    private static final int ROUNDS_AT_ONCE = 16;
    private static final int MOST_AT_ONCE = 8;
    private static final long TOKENS = 1_000_000;

    private final FakeOllama ollama = ScriptedModel.OLLAMA;
    private final List<Product> nodes = List.of(ScriptedModel.first(), ScriptedModel.second());
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    @AfterEach
    void forgetTheScript() {
        ollama.otherwise(chat -> FakeOllamaReply.answer("I heard you say: " + chat.question()));
    }

    @Test
    void asksTheModelOnceInEachRound() throws Exception {
        ollama.forgetReplies().otherwise(chat -> {
            calls.merge(chat.question(), 1, Integer::sum);
            return FakeOllamaReply.answer("One.");
        });
        try (ExecutorService rounds = Executors.newFixedThreadPool(ROUNDS_AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                int seed = round;
                running.add(rounds.submit(() -> round(seed)));
            }
            for (Future<?> round : running) {
                round.get();
            }
        }
        assertThat(calls).isEmpty();
    }

    private @Nullable Void round(int seed) throws Exception {
        String question = "Is round " + seed + " for one only?";
        List<Object> outcomes = atOnce(memberWithRoomForOne(), question, new Random(seed));

        assertThat(outcomes)
                .as("seed %d", seed)
                .filteredOn(Ended.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .as("seed %d", seed)
                .filteredOn(outcome -> !(outcome instanceof Ended))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(LimitReached.class, limit -> {
                    assertThat(limit.code()).isEqualTo("quota_exceeded");
                    assertThat(limit.resource()).isEqualTo("messages");
                }));
        assertThat(calls.remove(question)).as("seed %d", seed).isEqualTo(1);
        return null;
    }

    private UserId memberWithRoomForOne() {
        UserId member = new UserId(nodes.getFirst().bean(IdGenerator.class).next("usr_"));
        Instant now = nodes.getFirst().bean(Clock.class).instant();
        nodes.getFirst()
                .bean(CommandDispatcher.class)
                .dispatch(new OpenQuota(
                        QuotaId.on(member, now), Actor.member(member), now, new Allowance(Tier.FREE, 1, TOKENS)));
        return member;
    }

    /** Two to eight prompts, on both nodes, from one starting line. */
    private List<Object> atOnce(UserId member, String question, Random random) throws Exception {
        int prompts = 2 + random.nextInt(MOST_AT_ONCE - 1);
        int first = random.nextInt(nodes.size());
        CyclicBarrier start = new CyclicBarrier(prompts);
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> asking = new ArrayList<>();
            for (int i = 0; i < prompts; i++) {
                AskQuestionUseCase node = nodes.get((first + i) % nodes.size()).bean(AskQuestionUseCase.class);
                asking.add(threads.submit(() -> {
                    start.await();
                    try {
                        return node.ask(Question.of(member, question, null), Whole.READER);
                    } catch (LimitReached limit) {
                        return limit;
                    }
                }));
            }
            for (Future<Object> outcome : asking) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private enum Whole implements Reader {
        READER;

        @Override
        public void begun(Begun begun) {}

        @Override
        public void text(String text, long end) {}
    }
}
