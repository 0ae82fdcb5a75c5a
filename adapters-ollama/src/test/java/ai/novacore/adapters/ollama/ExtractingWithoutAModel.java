package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.model.FactExtractorContract;
import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.model.port.out.FactExtractor.Material;
import ai.novacore.application.model.port.out.FactExtractor.Turn;
import ai.novacore.domain.shared.TurnId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractingWithoutAModel extends FactExtractorContract {
    private final FactExtractor extractor = new StandInFactExtractor();

    @Override
    protected FactExtractor extractor() {
        return extractor;
    }

    @Override
    protected String knownModel() {
        return StandInChatModel.ID;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi, my name is Mira!|My name is Mira.",
                "By the way, I moved to Kiel|I moved to Kiel.",
                "I'm allergic to nuts... what can I eat?|I'm allergic to nuts.",
                "Actually I really love jazz.|I really love jazz.",
                "I can't stand coriander.|I can't stand coriander.",
                "I'm flying to Oslo on 3 May.|I'm flying to Oslo on 3 May.",
                "My older brother works in Rome.|My older brother works in Rome.",
                "Übrigens, ich heiße Jonas.|Ich heiße Jonas.",
                "Ich esse kein Fleisch.|Ich esse kein Fleisch.",
                "Meine Schwester heißt Anna.|Meine Schwester heißt Anna.",
                "Ich bin nach Kiel gezogen.|Ich bin nach Kiel gezogen.",
                "Am 3. Mai heirate ich.|Am 3. Mai heirate ich.",
                "Me llamo Diego.|Me llamo Diego.",
                "J'habite à Lyon.|J'habite à Lyon.",
            })
    void takesStatementsAsTheyWereSaid(String said, String fact) {
        assertThat(found(said)).contains(fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do I live in Bonn?",
                "If I live in Bonn, what does a bus cost?",
                "Imagine I live in Bonn.",
                "Wenn ich in Bonn wohne, zahle ich weniger.",
                "Translate: I live in Bonn.",
                "Write a poem. I like poems.",
                "She said \"I live in Bonn now\".",
                "> I live in Bonn",
                "Bonn is a city.",
                "Thanks a lot!",
                "I think so.",
                "I am here.",
                "I was wondering about Bonn.",
            })
    void findsNothingElse(String said) {
        assertThat(found(said)).isEmpty();
    }

    private List<String> found(String said) {
        Turn turn = new Turn(
                new TurnId("trn_1"), LocalDate.parse("2026-11-22"), said, "You live in Mainz. My name is Nova.");
        return extractor
                .extract(new Material(StandInChatModel.ID, List.of(turn), List.of()), Duration.ofSeconds(1))
                .stream()
                .map(Candidate::text)
                .toList();
    }
}
