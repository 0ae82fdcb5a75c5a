package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PersonalKeys} promises. */
public abstract class PersonalKeysContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId NOAH = new UserId("usr_noah");
    private static final String TEXT = "Met at the harbour — „três cafés“ 🦉 \u0000 \"quoted\" \\ and so on";

    /** With keys of nobody at first; the same throughout a test. */
    protected abstract PersonalKeys keys();

    @Test
    void opensWhatItSealed() {
        for (String text : List.of(TEXT, "", "x", "y".repeat(100_000))) {
            assertThat(keys().open(MIRA, keys().seal(MIRA, text))).contains(text);
        }
    }

    @Test
    void showsNothingOfTheText() {
        String sealed = keys().seal(MIRA, "harbour harbour harbour");

        assertThat(sealed).doesNotContain("harbour").matches("[A-Za-z0-9+/=_-]+");
        assertThat(keys().seal(MIRA, "harbour harbour harbour")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForSomebodyElse() {
        String sealed = keys().seal(MIRA, TEXT);
        keys().seal(NOAH, "another");

        assertThatIllegalArgumentException().isThrownBy(() -> keys().open(NOAH, sealed));
    }

    @Test
    void opensNothingThatWasChanged() {
        String sealed = keys().seal(MIRA, TEXT);
        String other = keys().seal(MIRA, "another text of another length");

        assertThatIllegalArgumentException().isThrownBy(() -> keys().open(MIRA, sealed.substring(0, 12)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys().open(MIRA, sealed.substring(0, 20) + other.substring(20)));
        assertThatIllegalArgumentException().isThrownBy(() -> keys().open(MIRA, "?"));
    }

    @Test
    void losesEverythingOfOnePersonWithTheKey() {
        String of = keys().seal(MIRA, TEXT);
        String other = keys().seal(NOAH, TEXT);

        keys().destroy(MIRA);
        keys().destroy(MIRA);

        assertThat(keys().open(MIRA, of)).isEmpty();
        assertThat(keys().open(NOAH, other)).contains(TEXT);
    }

    @Test
    void givesNobodyASecondKey() {
        String before = keys().seal(MIRA, TEXT);
        keys().destroy(MIRA);

        String after = keys().seal(MIRA, TEXT);

        assertThat(keys().open(MIRA, after)).isEmpty();
        assertThat(keys().open(MIRA, before)).isEmpty();
    }

    @Test
    void destroysAlsoAKeyThatNobodyHasUsed() {
        keys().destroy(MIRA);

        assertThat(keys().open(MIRA, keys().seal(MIRA, TEXT))).isEmpty();
    }

    /** All use the one key that one of them made. */
    @Test
    void hasOneKeyForThoseWhoComeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> first = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(n -> () -> keys().seal(MIRA, "text " + n))
                    .toList();
            List<Future<String>> sealed = threads.invokeAll(first);
            for (int n = 0; n < sealed.size(); n++) {
                assertThat(keys().open(MIRA, sealed.get(n).get())).contains("text " + n);
            }
        }
    }
}
