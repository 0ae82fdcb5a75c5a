package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Failure case 3: what is admitted never exceeds the limit, whatever runs in parallel. */
class ChattingInParallel {
    private static final int CHATS = 200;
    private static final int LIMIT = 50;

    @Test
    void answersExactlyAsManyAsTheLimitAllows() throws Exception {
        Caller ada = Caller.member(Product.shared().address());
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> chats = IntStream.range(0, CHATS)
                    .<Callable<Answer>>mapToObj(n -> () -> ada.ask("Question number " + n + ", please?"))
                    .toList();
            for (Future<Answer> answer : threads.invokeAll(chats)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                .isEqualTo(Map.of(200, (long) LIMIT, 429, (long) (CHATS - LIMIT)));
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.json().path("code").asString()).isEqualTo("quota_exceeded");
            assertThat(answer.json().path("resource").asString()).isEqualTo("messages");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertThat(DoingTheMainJob.resource(ada, "messages").path("used").asLong())
                .isEqualTo(LIMIT);
        assertThat(DoingTheMainJob.resource(ada, "messages").path("reserved").asLong())
                .isZero();
        assertThat(DoingTheMainJob.resource(ada, "tokens").path("used").asLong())
                .isEqualTo(DoingTheMainJob.settledInLedger(ada));
    }
}
