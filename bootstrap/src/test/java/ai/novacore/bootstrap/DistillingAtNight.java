package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.application.memory.distillation.DistillMemories;
import ai.novacore.application.memory.distillation.DistillationMetrics;
import ai.novacore.application.memory.distillation.Fuse;
import ai.novacore.application.memory.distillation.Fuse.Killed;
import ai.novacore.application.memory.distillation.Population;
import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.in.UndoRunUseCase;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Distillation over the real product and PostgreSQL. */
class DistillingAtNight {
    private static final int MEMBERS = 3;
    private static final int MEMORIES = 45;
    private static final int KILLS = 5;
    private static final int MOMENTS = 25;
    private static final long SEED = 7;

    private static Product product;
    private static Instant night;

    @BeforeAll
    static void start() {
        // Half a day from now, so that the nightly run does not come in between.
        String at = LocalTime.now(ZoneOffset.UTC)
                .plusHours(12)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        product = Product.start("--nova.memory.distillation.at=" + at);
        night = product.bean(Clock.class).instant();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void comesToItsEndOverPostgresHoweverOftenItIsKilledAndCanBeUndone() {
        Population.settle(product.bean(CommandDispatcher.class), SEED, MEMBERS, MEMORIES, night);
        Map<MemoryId, MemoryItem> before = shelf();
        Fuse fuse = new Fuse();
        Random random = new Random(SEED);
        for (int attempt = 0; attempt < KILLS; attempt++) {
            fuse.blowAfter(1 + random.nextLong(MOMENTS));
            DistillMemories next = distillation(fuse, attempt);
            assertThatExceptionOfType(Killed.class).isThrownBy(next::distillNow);
        }
        fuse.blowAfter(Long.MAX_VALUE / 2);
        RunReport report = distillation(fuse, KILLS).distillNow();

        assertThat(report.processed()).isGreaterThanOrEqualTo(MEMORIES);
        assertThat(report.failed()).isZero();
        Map<MemoryId, MemoryItem> after = shelf();
        Set<String> tiers = tiers(before);
        assertThat(tiers(after).stream().filter(tier -> !tiers.contains(tier)))
                .hasSize(sum(report, MemoryRun::promoted))
                .isNotEmpty();
        assertThat(after.values().stream().filter(item -> item.supersededBy() != null))
                .hasSize(sum(report, MemoryRun::superseded))
                .isNotEmpty();

        UndoRunUseCase undoing = product.bean(UndoRunUseCase.class);
        assertThat(undoing.undoForEverybody(report.run()).skipped()).isZero();
        assertThat(shelf()).isEqualTo(before);
    }

    private static int sum(RunReport report, ToLongFunction<MemoryRun> number) {
        MemoryRunStore changes = product.bean(MemoryRunStore.class);
        return (int) IntStream.range(0, MEMBERS)
                .mapToObj(member -> changes.find(report.run(), new UserId("usr_" + member)))
                .flatMap(Optional::stream)
                .mapToLong(number)
                .sum();
    }

    private static Set<String> tiers(Map<MemoryId, MemoryItem> items) {
        return items.values().stream()
                .map(item -> item.id().value() + " in " + item.tier())
                .collect(Collectors.toSet());
    }

    /** Each attempt comes when the hold of the one before is over. */
    private static DistillMemories distillation(Fuse fuse, int attempt) {
        DistillMemories.Stores stores = product.bean(DistillMemories.Stores.class);
        Clock later = Clock.fixed(night.plus(Duration.ofMinutes(3L * attempt)), ZoneOffset.UTC);
        return new DistillMemories(
                new DistillMemories.Stores(
                        stores.census(),
                        stores.shelf(),
                        stores.index(),
                        stores.changes(),
                        fuse.around(product.bean(DistillationRuns.class))),
                fuse.around(product.bean(CommandDispatcher.class)),
                product.bean(ReadModels.class),
                product.bean(NovaSettings.class).memory().distillation().rules(),
                new DistillationMetrics(product.bean(MeterRegistry.class)),
                new IdGenerator(later),
                later);
    }

    private static Map<MemoryId, MemoryItem> shelf() {
        assertThat(product.bean(ReadModels.class).awaitLatest(Duration.ofMinutes(1)))
                .isTrue();
        MemoryShelfStore shelf = product.bean(MemoryShelfStore.class);
        Map<MemoryId, MemoryItem> items = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        for (int member = 0; member < MEMBERS; member++) {
            List<MemoryId> ids = shelf.ids(new UserId("usr_" + member), null, MEMORIES);
            shelf.findAll(ids).forEach(item -> items.put(item.id(), item));
        }
        return items;
    }

    @Test
    void isAskedForByServicesAndTakenBackByMembers() {
        Caller ada = Caller.member(product.address());
        for (String text : List.of("Plays the cello.", "plays the cello")) {
            ada.post("/api/memory/memories", Caller.text("content", text));
        }

        Answer report = asService("/internal/workers/distillation/run");
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().path("processed").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(report.json().path("merged").asInt()).isPositive();
        String run = report.json().path("runId").asString();

        await().untilAsserted(() -> assertThat(
                        ada.get("/api/memory/runs").json().at("/items/0/runId").asString())
                .isEqualTo(run));
        assertThat(ada.get("/api/memory/runs").json().at("/items/0/superseded").asInt())
                .isEqualTo(1);
        assertThat(ada.get("/api/memory/stats").json().path("ITM").asInt()).isEqualTo(1);

        assertThat(ada.post("/api/memory/runs/" + run + "/undo", "").body()).isEqualTo("{\"undone\":2,\"skipped\":0}");
        await().untilAsserted(() -> assertThat(
                        ada.get("/api/memory/stats").json().path("ITM").asInt())
                .isEqualTo(2));
        assertThat(asService("/internal/workers/runs/" + run + "/undo").body())
                .isEqualTo("{\"undone\":0,\"skipped\":0}");
        assertThat(asService("/internal/workers/reflection/run").status()).isEqualTo(200);
        assertThat(asService("/internal/workers/runs/run_none/undo").code()).isEqualTo("not_found");
    }

    private static Answer asService(String path) {
        String token = product.bean(ServiceTokens.class).issue(Set.of(ServiceScope.WORKERS));
        Caller nobody = product.caller();
        return nobody.send(nobody.request(path).header("X-Service-Token", token).POST(BodyPublishers.noBody()));
    }

    @Test
    void isDueOnceADay() {
        LocalTime at = product.bean(NovaSettings.class).memory().distillation().time();
        SchedulerClient scheduler = product.bean(SchedulerClient.class);

        await().untilAsserted(() -> assertThat(
                        scheduler.getScheduledExecution(TaskInstanceId.of("distill-memories", "recurring")))
                .hasValueSatisfying(execution -> assertThat(execution
                                .getExecutionTime()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalTime())
                        .isEqualTo(at)));
    }

    @Test
    void isSetForThreeInTheMorning() throws IOException {
        assertThat(new YamlPropertySourceLoader()
                        .load("settings", new ClassPathResource("application.yaml"))
                        .getFirst()
                        .getProperty("nova.memory.distillation.at"))
                .isEqualTo("03:00");
    }
}
