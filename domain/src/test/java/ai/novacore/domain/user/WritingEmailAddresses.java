package ai.novacore.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingEmailAddresses {

    @Test
    void comparesThemTrimmedAndInLowerCase() {
        assertThat(new EmailAddress(" Ada@Example.ORG ")).isEqualTo(new EmailAddress("ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a.b+tag@mail.example.co.uk", "ädä@example.org", "o'neil@x-y.example"})
    void takesPlausibleOnes(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@example",
                "@example.org",
                "ada@@example.org",
                "a da@example.org",
                "ada@example..org",
                "ada@example.org\r\nBcc: all@example.org",
                "ada@example.org,bob@example.org",
                "<ada@example.org>"
            })
    void refusesOthers(String address) {
        assertThat(EmailAddress.isPlausible(address)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(address));
    }

    @Test
    void refusesWhatNoMailServerWouldTake() {
        String domain = "d".repeat(60) + ".";

        assertThat(EmailAddress.isPlausible("a@" + domain.repeat(4) + "example.org"))
                .isFalse();
        assertThat(EmailAddress.isPlausible("a@" + domain.repeat(3) + "example.org"))
                .isTrue();
        assertThat(EmailAddress.isPlausible("a".repeat(65) + "@example.org")).isFalse();
    }

    @Test
    void showsNoOnesNameInLogs() {
        assertThat(new EmailAddress("ada@example.org")).hasToString("EmailAddress[…@example.org]");
    }
}
