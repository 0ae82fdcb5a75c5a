package ai.novacore.application.policy;

import static ai.novacore.application.policy.ExamplePolicy.CATS;
import static ai.novacore.application.policy.ExamplePolicy.DOGS;
import static ai.novacore.application.policy.ExamplePolicy.block;
import static ai.novacore.application.policy.ExamplePolicy.flag;
import static ai.novacore.application.policy.ExamplePolicy.notBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreeningAnswers {
    private static final Verdict BLOCKED = new Verdict(Decision.BLOCK, List.of(CATS), "v1", Verdict.RULES);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private AnswerScreen screen(Rule... rules) {
        return new JudgeText(ExamplePolicy.of(rules), null, WhenJudgeFails.BLOCK, meters).answer();
    }

    @Test
    void keepsNothingHarmlessWaiting() {
        AnswerScreen screen = screen(block(3, "black", "cat"), flag(1, "dog"));

        assertThat(screen.add("The")).isEqualTo("The");
        assertThat(screen.add(" dog")).isEqualTo(" dog");
        assertThat(screen.add(" is bro")).isEqualTo(" is bro");
        assertThat(screen.add("wn 🐕.")).isEqualTo("wn 🐕.");
        assertThat(screen.end()).isEmpty();
        assertThat(screen.verdict()).isEqualTo(new Verdict(Decision.FLAG, List.of(DOGS), "v1", Verdict.RULES));
    }

    @Test
    void holdsBackWhatCouldBecomeBlocked() {
        AnswerScreen screen = screen(block(3, "black", "cat"));

        assertThat(screen.add("A bl")).isEqualTo("A ");
        assertThat(screen.add("ack")).isEmpty();
        assertThat(screen.add(" coffee")).isEmpty();
        assertThat(screen.add(" cup")).isEmpty();
        assertThat(screen.add(".")).isEqualTo("black coffee cup.");
        assertThat(screen.add(" blue")).isEqualTo(" blue");
        assertThat(screen.add(" black")).isEqualTo(" ");
        assertThat(screen.end()).isEqualTo("black");
    }

    @Test
    void endsBeforeWhatIsBlocked() {
        AnswerScreen screen = screen(block(3, "black", "cat"));
        assertThat(screen.add("I see a black")).isEqualTo("I see a ");

        PolicyBlocked blocked = catchThrowableOfType(PolicyBlocked.class, () -> screen.add(" cat over there"));

        assertThat(blocked.verdict()).isEqualTo(BLOCKED);
        assertThat(blocked.before()).isEmpty();
        assertThat(blocked).hasMessage("blocked by cats");
        assertThat(catchThrowableOfType(PolicyBlocked.class, () -> screen.add("more"))
                        .verdict())
                .isEqualTo(BLOCKED);
        assertThat(catchThrowableOfType(PolicyBlocked.class, screen::end).before())
                .isEmpty();
        assertThat(screen.verdict()).isEqualTo(BLOCKED);
    }

    @Test
    void saysWhatMayStillBeShown() {
        assertThat(Screening.of(screen(block(1, "cat")), List.of("I see a cat there")))
                .isEqualTo(new Screening("I see a ", BLOCKED));
        assertThat(Screening.of(screen(block(1, "cat")), List.of("I see a cat")))
                .isEqualTo(new Screening("I see a ", BLOCKED));
    }

    @Test
    void waitsForTheWordThatMakesItHarmless() {
        Rule rule = notBefore(block(2, "black", "cat"), "food");

        assertThat(Screening.of(screen(rule), List.of("a black cat ", "foo", "d bowl"))
                        .shown())
                .isEqualTo("a black cat food bowl");
        assertThat(Screening.of(screen(rule), List.of("a black cat ", "foo", "l bowl")))
                .isEqualTo(new Screening("a ", BLOCKED));
    }

    @Test
    void keepsPairsTogether() {
        AnswerScreen screen = screen(block(1, "cat"));

        assertThat(screen.add("a\ud83d")).isEqualTo("a");
        assertThat(screen.add("\udc31b")).isEqualTo("\ud83d\udc31b");
        assertThat(screen.add("\ud83d")).isEmpty();
        assertThat(screen.end()).isEqualTo("\ud83d");
    }

    @Test
    void keepsNoMoreThanABoundedTextWaiting() {
        AnswerScreen screen = screen(block(2, "black", "cat"));

        assertThat(screen.add("black ")).isEmpty();
        int shown = screen.add("-".repeat(100_000)).length();

        assertThat(shown).isEqualTo(100_006 - RuleScreen.LONGEST_WAIT);
        assertThat(catchThrowableOfType(PolicyBlocked.class, () -> screen.add("cat ")))
                .isNotNull();
    }

    @Test
    void countsAnAnswerOnce() {
        AnswerScreen allowed = screen(block(1, "cat"));
        allowed.add("a dog");
        allowed.end();
        AnswerScreen blocked = screen(block(1, "cat"));
        assertThatThrownBy(() -> blocked.add("a cat ")).isInstanceOf(PolicyBlocked.class);
        assertThatThrownBy(blocked::end).isInstanceOf(PolicyBlocked.class);

        assertThat(count("allow")).isEqualTo(1);
        assertThat(count("block")).isEqualTo(1);
    }

    private double count(String decision) {
        return meters.find("policy.decisions").tags("direction", "answer", "decision", decision).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
