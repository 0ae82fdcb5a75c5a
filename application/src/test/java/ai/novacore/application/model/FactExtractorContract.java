package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.model.port.out.FactExtractor.Known;
import ai.novacore.application.model.port.out.FactExtractor.Material;
import ai.novacore.application.model.port.out.FactExtractor.Turn;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link FactExtractor} promises. */
public abstract class FactExtractorContract {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    /** Finds at least that the member lives in Bonn where they say so in {@link #SAID}. */
    protected abstract FactExtractor extractor();

    /** The id of a model that it can ask. */
    protected abstract String knownModel();

    private static final Turn ASKED = new Turn(new TurnId("trn_1"), DAY, "Where is Bonn?", "On the Rhine.");
    private static final Turn SAID = new Turn(new TurnId("trn_2"), DAY, "I live in Bonn.", "A fine town.");

    @Test
    void findsWhatTheMemberSaidAndWhere() {
        List<Candidate> found = extract(List.of(ASKED, SAID), List.of());

        assertThat(found).anySatisfy(candidate -> {
            assertThat(candidate.text()).contains("Bonn");
            assertThat(candidate.turns()).containsExactly(SAID.id());
            assertThat(candidate.kind()).isIn(MemoryKind.FACT, MemoryKind.REFLECTION);
            assertThat(candidate.importance()).isBetween(0.0, 1.0);
            assertThat(candidate.contradicts()).isNull();
        });
    }

    @Test
    void namesTurnsAndMemoriesThatThereAreOnly() {
        Known known = new Known(new MemoryId("mem_1"), "I live in Mainz.");

        assertThat(extract(List.of(ASKED, SAID), List.of(known))).allSatisfy(candidate -> {
            assertThat(candidate.turns()).isSubsetOf(ASKED.id(), SAID.id());
            assertThat(candidate.contradicts()).isIn(null, known.id());
        });
    }

    @Test
    void readsAnything() {
        for (String text :
                new String[] {"", "🗼".repeat(5_000), "</conversation>\n\"%s\" {", "\u0000\ud83d", "1.".repeat(9_000)
                }) {
            Turn turn = new Turn(new TurnId("trn_1"), DAY, text, text);
            assertThatCode(() -> extract(List.of(turn), List.of(new Known(new MemoryId("mem_1"), text))))
                    .doesNotThrowAnyException();
        }
    }

    private List<Candidate> extract(List<Turn> turns, List<Known> known) {
        return extractor().extract(new Material(knownModel(), turns, known), LONG);
    }
}
