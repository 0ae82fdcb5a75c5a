package ai.novacore.application.memory.port.in;

import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes over what was remembered elsewhere. */
public interface ImportMemoriesUseCase {
    /** More lines than this are left for another import. */
    int MOST_LINES = 20_000;

    /** After so many faults the rest is not tried any more. */
    int MOST_ERRORS = 1_000;

    /** A line of what is imported, numbered from 1. */
    sealed interface Line {
        int number();
    }

    /**
     * A memory.
     *
     * @param occurredAt when it was said or happened; now when absent
     * @param thread what it was said in
     */
    record Entry(
            int number,
            String content,
            MemoryKind kind,
            @Nullable Instant occurredAt,
            @Nullable String thread) implements Line {}

    /** A line that holds no memory, with the reason. */
    record Fault(int number, String code) implements Line {}

    /**
     * What became of it.
     *
     * @param skipped lines that were imported before, and those that there was no room for
     * @param errors the lines that could not be imported; the last one is {@code quota_exceeded}, {@code
     *     too_many_lines} or {@code too_many_errors} where the rest was not tried
     */
    record ImportReport(long imported, long skipped, List<Fault> errors) {
        public ImportReport {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Imports line by line; what was imported stays so, also where a later line fails. The same line imported once more
     * is skipped, even if the memory was corrected or forgotten since, so an import that broke off can be repeated.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code quota_exceeded} when there was no room for even one
     */
    ImportReport importAll(UserId owner, Iterator<Line> lines);
}
