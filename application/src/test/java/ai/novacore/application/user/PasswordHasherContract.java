package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.PasswordHasher;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} promises. */
public abstract class PasswordHasherContract {
    private static final String PASSWORD = "violet anchor 17 meadow";

    protected abstract PasswordHasher hasher();

    @Test
    void knowsThePasswordAgain() {
        PasswordHasher hasher = hasher();

        assertThat(hasher.matches(PASSWORD, hasher.hash(PASSWORD))).isTrue();
    }

    @Test
    void refusesEveryOtherPassword() {
        PasswordHasher hasher = hasher();
        String hash = hasher.hash(PASSWORD);

        assertThat(hasher.matches("violet anchor 18 meadow", hash)).isFalse();
        assertThat(hasher.matches("Violet anchor 17 meadow", hash)).isFalse();
        assertThat(hasher.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(hasher.matches("", hash)).isFalse();
    }

    @Test
    void hashesTheSamePasswordDifferentlyEachTime() {
        PasswordHasher hasher = hasher();

        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    @Test
    void doesNotShowThePasswordInItsHash() {
        assertThat(hasher().hash(PASSWORD))
                .isNotBlank()
                .doesNotContain(PASSWORD)
                .doesNotContain("violet");
    }

    @Test
    void takesItsOwnHashesForGood() {
        assertThat(hasher().outdated(hasher().hash(PASSWORD))).isFalse();
    }

    @Test
    void cutsNothingOff() {
        PasswordHasher hasher = hasher();
        String longest = "a".repeat(127);

        assertThat(hasher.matches(longest + "b", hasher.hash(longest + "b"))).isTrue();
        assertThat(hasher.matches(longest + "c", hasher.hash(longest + "b"))).isFalse();
    }

    @Test
    void tellsCharactersOfAllScriptsApart() {
        PasswordHasher hasher = hasher();
        String hash = hasher.hash("пароль-密码-🦊🦊🦊");

        assertThat(hasher.matches("пароль-密码-🦊🦊🦊", hash)).isTrue();
        assertThat(hasher.matches("пароль-密码-🦊🦊🐺", hash)).isFalse();
        assertThat(hasher.matches("??????-??-??????", hash)).isFalse();
    }
}
