package ai.novacore.application.policy;

import static ai.novacore.application.policy.ExamplePolicy.block;
import static ai.novacore.application.policy.ExamplePolicy.flag;
import static ai.novacore.application.policy.ExamplePolicy.notBefore;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.out.GuardModel.Opinion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For generated texts, rules and cuts: how an answer is cut makes no difference, and nothing blocked is shown. */
class ScreeningInAnyPieces {
    private static final int ROUNDS = 3_000;
    private static final String[] ATOMS = {
        "one", "two", "three", "four", "on", "o", "e", "w", "One", "ｔｗｏ", "thr\u200bee", "fo\u0301ur", "ones",
                "twofold", " ",
        " ", " ", " ", " ", "\n", ". ", "-", "\u200b", "🐈", "\ud83d", "\u00bd", "㎏", "\udb40\udc61", "x", "yy"
    };
    private static final String[] WORDS = {"one", "two", "three", "four", "one*", "thr*", "x", "e", "12", "kg"};

    /** Begins nothing, so that an answer never ends right in front of it. */
    private static final String HARMLESS = "yy";

    @Test
    void showsTheSameByRules() {
        int blocked = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            JudgeText judge = judge(random, null);
            String text = text(random, 60);
            Screening whole = Screening.of(judge.answer(), List.of(text));

            for (int cut = 0; cut < 4; cut++) {
                assertThat(Screening.of(judge.answer(), pieces(random, text)))
                        .as("seed %d", seed)
                        .isEqualTo(whole);
            }
            assertThat(text).as("seed %d", seed).startsWith(whole.shown());
            assertThat(whole.verdict()).as("seed %d", seed).isEqualTo(judge.prompt(text));
            if (whole.verdict().isBlocked()) {
                blocked++;
                assertThat(judge.prompt(whole.shown()).decision())
                        .as("seed %d", seed)
                        .isNotEqualTo(Decision.BLOCK);
            } else {
                assertThat(whole.shown()).as("seed %d", seed).isEqualTo(text);
            }
        }
        assertThat(blocked).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    /** Whatever was shown before the last piece came is still the beginning of what may be shown. */
    @Test
    void takesNothingBack() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            JudgeText judge = judge(random, null);
            String text = text(random, 60);
            Screening whole = Screening.of(judge.answer(), List.of(text));
            AnswerScreen screen = judge.answer();
            StringBuilder shown = new StringBuilder();
            int end = random.nextInt(Math.min(text.length(), whole.shown().length()) + 1);
            for (String piece : pieces(random, text.substring(0, end))) {
                shown.append(screen.add(piece));
            }

            assertThat(whole.shown()).as("seed %d", seed).startsWith(shown);
        }
    }

    @Test
    void showsTheSameWithAGuardModel() {
        int blocked = 0;
        for (int seed = 0; seed < ROUNDS / 10; seed++) {
            Random random = new Random(seed);
            ScriptedGuard guard = new ScriptedGuard(text -> switch (text.hashCode() % 7) {
                case 0 -> new Opinion(Decision.BLOCK, List.of("cats"));
                case 1 -> new Opinion(Decision.FLAG, List.of("dogs"));
                default -> new Opinion(Decision.ALLOW, List.of());
            });
            JudgeText judge = judge(random, guard);
            String text = text(random, 1_500);
            Screening whole = Screening.of(judge.answer(), List.of(text));
            blocked += whole.verdict().isBlocked() ? 1 : 0;

            for (int cut = 0; cut < 3; cut++) {
                assertThat(Screening.of(judge.answer(), pieces(random, text)))
                        .as("seed %d", seed)
                        .isEqualTo(whole);
            }
            assertThat(text).as("seed %d", seed).startsWith(whole.shown());
        }
        assertThat(blocked).isPositive();
    }

    private static JudgeText judge(Random random, @Nullable ScriptedGuard guard) {
        List<Rule> rules = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String[] steps = new String[(guard == null ? 1 : 3) + random.nextInt(3)];
            for (int step = 0; step < steps.length; step++) {
                steps[step] = WORDS[random.nextInt(WORDS.length)];
            }
            int window = steps.length + random.nextInt(4);
            Rule rule = random.nextInt(3) == 0 ? flag(window, steps) : block(window, steps);
            rules.add(random.nextInt(3) == 0 ? notBefore(rule, HARMLESS) : rule);
        }
        return new JudgeText(
                ExamplePolicy.of(rules.toArray(Rule[]::new)), guard, WhenJudgeFails.BLOCK, new SimpleMeterRegistry());
    }

    private static String text(Random random, int atoms) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(atoms + 1); count > 0; count--) {
            text.append(ATOMS[random.nextInt(ATOMS.length)]);
        }
        return text.toString();
    }

    /** Anywhere, in the middle of pairs as well, and some of them empty. */
    private static List<String> pieces(Random random, String text) {
        List<String> pieces = new ArrayList<>();
        int longest = 1 + random.nextInt(12);
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + random.nextInt(longest + 1));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces;
    }
}
