package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingIds {

    @Test
    void acceptsThePrefixWithLettersAndDigits() {
        assertThat(new TurnId("trn_01Hx9").value()).isEqualTo("trn_01Hx9");
        assertThat(Ids.isValid("trn_", "trn_" + "a".repeat(40))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trn_", "usr_1", "trn_a-b", "trn_a b", "trn_é", "trn_1\n", "1trn_", "TRN_1"})
    void refusesWhatHasAnotherForm(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TurnId(value));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Ids.isValid("trn_", "trn_" + "a".repeat(41))).isFalse();
    }

    @Test
    void tellsWhoActs() {
        UserId ada = new UserId("usr_ada");

        assertThat(Actor.member(ada)).isEqualTo(new Actor(Actor.Kind.MEMBER, "usr_ada"));
        assertThat(Actor.staff(ada)).isEqualTo(new Actor(Actor.Kind.STAFF, "usr_ada"));
        assertThat(Actor.system("distillation")).isEqualTo(new Actor(Actor.Kind.SYSTEM, "distillation"));
    }
}
