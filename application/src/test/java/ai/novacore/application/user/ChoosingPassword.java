package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingPassword {
    private static final EmailAddress EMAIL = new EmailAddress("ada.lovelace@example.org");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet anchor 17 meadow",
                "correct horse battery staple",
                "Tr0mbone-Sunset-88",
                "k3Jd9!xQ2mZp",
                "twelve chars",
                "длинный пароль",
                "password of my grandmother's cat"
            })
    void acceptsWhatIsNotGuessedFirst(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "P@ssw0rd2026",
                "passwordpassword",
                "!!!Welcome2026",
                "qwertyuiop12",
                "1qaz2wsx3edc",
                "iloveyou1234",
                "123456789012",
                "987654321098",
                "abcdefghijkl",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcabcabcabc",
                "            ",
                "letmein12345",
                "administrator1",
                "zaq12wsxcde3"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertRefused(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leavemealone",
                "123qweasdzxc",
                "1q2w3e4r5t6y",
                "polniypizdec0211",
                "qwerty123456",
                "LeaveMeAlone"
            })
    void refusesWhatLeaksMostOften(String password) {
        assertRefused(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lovelace@example.org",
                "Ada.Lovelace",
                "adalovelace1815",
                "Countess of Lovelace",
                "countessoflovelace!"
            })
    void refusesThePersonsOwnAddressAndName(String password) {
        assertRefused(password);
    }

    @Test
    void countsCharactersAndNotTheirParts() {
        String distinct = "🦊🐺🦁🐯🐻🐼🐨🐸🐵🐔🐧";

        assertThat(distinct.length()).isGreaterThan(12);
        assertRefused(distinct);
        assertThatCode(() -> check(distinct + "🦆")).doesNotThrowAnyException();
    }

    @Test
    void endsAtOneHundredAndTwentyEightCharacters() {
        String longest = "violet anchor 17".repeat(7) + "0123456789 meado";

        assertThat(longest).hasSize(128);
        assertThatCode(() -> check(longest)).doesNotThrowAnyException();
        assertRefused(longest + "w");
        assertRefused("violet anch");
    }

    private void check(String password) {
        rules.check(password, EMAIL, "Countess of Lovelace");
    }

    private void assertRefused(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOfSatisfying(DomainRejection.class, rejection -> {
            assertThat(rejection.code()).isEqualTo("password_rejected");
            assertThat(rejection.kind()).isEqualTo(RejectionKind.INVALID);
            assertThat(rejection.getMessage()).doesNotContain(password);
        });
    }
}
