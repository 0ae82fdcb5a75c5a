package ai.novacore.application.model.port.out;

import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is worth remembering of a member in what was said. Nothing that it finds is to be believed: whoever asks
 * holds it against what the member said.
 *
 * <p>Blocking, for no longer than it is given; to be called on a virtual thread without a database connection.
 */
public interface FactExtractor {

    /**
     * What was said, and what is remembered already.
     *
     * @param model the id of the model to ask
     * @param turns in the order in which they began
     * @param known memories that may be about the same
     */
    record Material(String model, List<Turn> turns, List<Known> known) {
        public Material {
            turns = List.copyOf(turns);
            known = List.copyOf(known);
        }
    }

    /**
     * A question with its answer.
     *
     * @param day when it was said, in UTC
     * @param reply empty when there was none
     */
    record Turn(TurnId id, LocalDate day, String prompt, String reply) {}

    /** A memory as it stands. */
    record Known(MemoryId id, String text) {}

    /**
     * What may be worth remembering.
     *
     * @param kind {@link MemoryKind#FACT} or {@link MemoryKind#REFLECTION}
     * @param importance between 0 (trivial) and 1 (vital)
     * @param turns the turns of the material that say so; none when it named none that there are
     * @param contradicts the known memory that is no longer true because of this, if there is one
     */
    record Candidate(
            MemoryKind kind,
            String text,
            double importance,
            List<TurnId> turns,
            @Nullable MemoryId contradicts) {
        public Candidate {
            turns = List.copyOf(turns);
        }
    }

    /**
     * What it finds, which may be nothing.
     *
     * @param within how long it may take in all
     * @throws UnusableReply when the model answers, but not in a form that anything can be read from
     * @throws ModelFailure when it does not answer
     */
    List<Candidate> extract(Material material, Duration within);
}
