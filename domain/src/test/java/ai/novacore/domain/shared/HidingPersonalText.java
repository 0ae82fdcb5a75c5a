package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HidingPersonalText {

    @Test
    void showsTheLengthOnly() {
        assertThat(new PersonalText("my secret")).hasToString("PersonalText[9 characters]");
        assertThat(new PersonalText("my secret").value()).isEqualTo("my secret");
    }
}
