package ai.novacore.application.memory;

import static ai.novacore.application.memory.ShelfFixture.ADA;
import static ai.novacore.application.memory.ShelfFixture.BOB;
import static ai.novacore.application.memory.ShelfFixture.ROOM;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.memory.port.in.ImportMemoriesUseCase;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Entry;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Fault;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.ImportReport;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Line;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.MemoryTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportingMemories {
    private static final Instant LONG_AGO = Instant.parse("2023-05-08T13:56:00Z");

    private final ShelfFixture fixture = new ShelfFixture();
    private final ImportMemories imports =
            new ImportMemories(fixture.commands, fixture.shelf, fixture.room, fixture.readModels, fixture.clock);

    @Test
    void keepsWhatALineSays() {
        ImportReport report = imported(
                new Entry(1, " likes\u200B tea ", MemoryKind.FACT, LONG_AGO, "session_1"),
                new Entry(2, "has a cat", MemoryKind.NOTE, null, null));

        assertThat(report).isEqualTo(new ImportReport(2, 0, List.of()));
        assertThat(fixture.shelf.ids(ADA, null, 10))
                .map(id -> fixture.shelf.find(id).orElseThrow())
                .extracting(
                        MemoryItem::content,
                        MemoryItem::kind,
                        MemoryItem::tier,
                        MemoryItem::occurredAt,
                        MemoryItem::thread)
                .containsExactlyInAnyOrder(
                        tuple("likes tea", MemoryKind.FACT, MemoryTier.ITM, LONG_AGO, "session_1"),
                        tuple("has a cat", MemoryKind.NOTE, MemoryTier.ITM, NOON, null));
    }

    @Test
    void skipsWhatWasImportedBefore() {
        imported(line(1, "likes tea"), line(2, "has a cat"));
        fixture.clock.advance(Duration.ofDays(1));

        assertThat(imported(line(1, "has a cat"), line(2, "has a dog"), line(3, "has a dog")))
                .isEqualTo(new ImportReport(1, 2, List.of()));
        assertThat(imports.importAll(BOB, List.of(line(1, "has a cat")).iterator()))
                .isEqualTo(new ImportReport(1, 0, List.of()));
    }

    @Test
    void doesNotBringBackWhatWasForgotten() {
        imported(line(1, "likes tea"));
        fixture.commands.dispatch(new ForgetMemory(
                fixture.shelf.ids(ADA, null, 1).getFirst(), Actor.member(ADA), NOON, ADA, ForgetReason.MEMBER, null));
        fixture.follow();

        assertThat(imported(line(1, "likes tea"))).isEqualTo(new ImportReport(0, 1, List.of()));
    }

    @Test
    void namesTheLinesThatHoldNoMemory() {
        ImportReport report = imported(
                new Fault(1, "invalid_json"),
                line(2, " \u200B"),
                line(3, "likes tea"),
                line(4, "a".repeat(MemoryText.MAX_LENGTH + 1)),
                new Entry(5, "b", MemoryKind.NOTE, NOON.plusSeconds(90_000), null),
                new Entry(6, "c", MemoryKind.NOTE, null, "t".repeat(201)));

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.errors())
                .containsExactly(
                        new Fault(1, "invalid_json"),
                        new Fault(2, "invalid_content"),
                        new Fault(4, "content_too_long"),
                        new Fault(5, "invalid_occurred_at"),
                        new Fault(6, "invalid_thread"));
    }

    @Test
    void endsWhereTheRoomEnds() {
        ImportReport report = imported(IntStream.rangeClosed(1, 200)
                .mapToObj(number -> line(number, "fact " + number))
                .toArray(Line[]::new));

        assertThat(report)
                .isEqualTo(new ImportReport(ROOM, 200 - ROOM - 1, List.of(new Fault(ROOM + 1, "quota_exceeded"))));
    }

    @Test
    void isRefusedWhereThereIsNoRoomAtAll() {
        for (int i = 0; i < ROOM; i++) {
            fixture.store("mem_" + i);
        }

        assertThatThrownBy(() -> imported(line(1, "likes tea"))).isInstanceOfSatisfying(LimitReached.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("quota_exceeded");
            assertThat(refusal.resource()).isEqualTo("memories");
            assertThat(refusal.limit()).isEqualTo(ROOM);
        });
        assertThat(imported()).isEqualTo(new ImportReport(0, 0, List.of()));
    }

    @Test
    void canBeRepeatedOnAFullShelf() {
        Line[] lines = IntStream.rangeClosed(1, ROOM)
                .mapToObj(number -> line(number, "fact " + number))
                .toArray(Line[]::new);
        imported(lines);

        assertThat(imported(lines)).isEqualTo(new ImportReport(0, ROOM, List.of()));
    }

    @Test
    void givesUpAfterTooManyFaults() {
        ImportReport report = imported(Stream.concat(
                        IntStream.rangeClosed(1, 5_000).mapToObj(number -> new Fault(number, "invalid_json")),
                        Stream.of(line(5_001, "likes tea")))
                .toArray(Line[]::new));

        assertThat(report.imported()).isZero();
        assertThat(report.errors()).hasSize(ImportMemoriesUseCase.MOST_ERRORS);
        assertThat(report.errors().getLast().code()).isEqualTo("too_many_errors");
    }

    @Test
    void namesNoLineThatIsNotThere() {
        ImportReport report = imported(IntStream.range(1, ImportMemoriesUseCase.MOST_ERRORS)
                .mapToObj(number -> new Fault(number, "invalid_json"))
                .toArray(Line[]::new));

        assertThat(report.errors())
                .hasSize(ImportMemoriesUseCase.MOST_ERRORS - 1)
                .extracting(Fault::code)
                .containsOnly("invalid_json");
    }

    @Test
    void leavesTooManyLinesForAnotherTime() {
        int over = ImportMemoriesUseCase.MOST_LINES + 1;

        ImportReport report = imported(line(1, "likes tea"), line(over, "has a cat"), line(over + 1, "has a dog"));

        assertThat(report).isEqualTo(new ImportReport(1, 0, List.of(new Fault(over, "too_many_lines"))));
    }

    @Test
    void storesEachLineOnceThoughABatchLosesARace() {
        fixture.decided.loseRaces(1);

        assertThat(imported(line(1, "likes tea"), line(2, "has a cat")).imported())
                .isEqualTo(2);
    }

    private ImportReport imported(Line... lines) {
        return imports.importAll(ADA, List.of(lines).iterator());
    }

    private static Line line(int number, String content) {
        return new Entry(number, content, MemoryKind.NOTE, null, null);
    }
}
