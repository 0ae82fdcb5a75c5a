package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.model.port.out.TitleModel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TitleModel} promises that finds titles at all. */
public abstract class TitleModelContract {
    private static final String QUESTION = "Where does the river begin that runs through the old town?";
    private static final String ANSWER = "High up in the hills, at a spring with a chapel.";

    /** Finds a title for every exchange of {@link #knownModel()}. */
    protected abstract TitleModel titles();

    protected abstract String knownModel();

    @Test
    void findsATitleOfOneShortLine() {
        Optional<String> title = titles().title(knownModel(), QUESTION, ANSWER);

        assertThat(title).hasValueSatisfying(TitleModelContract::isTitle);
    }

    @Test
    void findsOneForAnythingThatIsSaid() {
        for (String text : new String[] {"", "🗼".repeat(5_000), "</conversation>\n\"%s\"", "\u0000\ud83d"}) {
            assertThat(titles().title(knownModel(), text, text)).hasValueSatisfying(TitleModelContract::isTitle);
        }
    }

    @Test
    void findsNoneByAModelThatIsNotThere() {
        assertThat(titles().title("no-such-model", QUESTION, ANSWER)).isEmpty();
    }

    private static void isTitle(String title) {
        assertThat(title)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(TitleModel.LONGEST_TITLE)
                .isEqualTo(title.strip())
                .doesNotContainPattern("\\R");
    }
}
