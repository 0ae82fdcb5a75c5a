package ai.novacore.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.policy.Policy;
import ai.novacore.application.policy.Rule;
import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

class ReadingThePolicyFile {
    private static final String GOOD = """
            version: v7
            principles:
              - id: cats
                title: No cats
                text: Cats stay outside.
                examples: {blocked: [a cat], flagged: [], allowed: [no, 42]}
                rules:
                  - decision: block
                    for: prompt
                    window: 4
                    words: [[black, no], [Cat*]]
                    not-before: [food]
                  - decision: flag
                    words: [[cat]]
            """;

    private static Policy read(String yaml) {
        return PolicyFile.read("cats.yaml", new StringReader(yaml));
    }

    @Test
    void understandsAllThatCanBeSaid() {
        assertThat(read(GOOD))
                .isEqualTo(new Policy(
                        "v7",
                        List.of(new Principle(
                                "cats",
                                "No cats",
                                "Cats stay outside.",
                                new Examples(List.of("a cat"), List.of(), List.of("no", "42")))),
                        List.of(
                                new Rule(
                                        "cats",
                                        Decision.BLOCK,
                                        AppliesTo.PROMPT,
                                        4,
                                        List.of(List.of("black", "no"), List.of("cat*")),
                                        List.of("food")),
                                new Rule(
                                        "cats",
                                        Decision.FLAG,
                                        AppliesTo.BOTH,
                                        1,
                                        List.of(List.of("cat")),
                                        List.of()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "version: v7|versions: v7|line 1: versions: there is no such field",
                "version: v7||line 2: missing: version",
                "version: v7|version: ' '|line 1: version: there should be text",
                "version: v7|version: [v7]|line 1: version: there should be text",
                "id: cats|id: No Cats|line 3: principles[1].id: an id has small letters",
                "id: cats|id: unjudged|line 1: the id unjudged is taken",
                "title: No cats|name: No cats|line 4: principles[1].name: there is no such field",
                "title: No cats|id: cats|line 4: principles[1].id: stands here twice",
                "flagged: [], ||line 6: principles[1].examples: missing: flagged",
                "flagged: []|flagged: none|line 6: principles[1].examples.flagged: there should be a list",
                "decision: block|decision: allow|line 8: principles[1].rules[1].decision: there should be one of [flag, block]",
                "for: prompt|for: nobody|line 9: principles[1].rules[1].for: there should be one of [prompt, answer, both]",
                "window: 4|window: 1|line 8: principles[1].rules[1]: the window has to be between 2",
                "window: 4|window: 41|line 8: principles[1].rules[1]: the window has to be between 2",
                "window: 4|window: many|line 10: principles[1].rules[1].window: there should be a number",
                "window: 4|window: 4.5|line 10: principles[1].rules[1].window: there should be a number",
                "words: [[cat]]|words: []|line 13: principles[1].rules[2]: a rule needs words",
                "words: [[cat]]|words: [[]]|line 13: principles[1].rules[2]: a step needs a word",
                "words: [[cat]]|words: [cat]|line 14: principles[1].rules[2].words[1]: there should be a list",
                "words: [[cat]]|words: [[two words]]|line 13: principles[1].rules[2]: \"two words\" is not one word",
                "words: [[cat]]|words: [[c*]]|line 13: principles[1].rules[2]: \"c*\" would meet too much",
                "words: [[cat]]|weight: 3|line 14: principles[1].rules[2].weight: there is no such field",
                "words: [[cat]]|words: [[cat]|this is no YAML"
            })
    void saysWhatIsWrongAndWhere(String good, String bad, String problem) {
        String yaml = GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad == null ? "" : bad));

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(UnfitPolicyException.class)
                .hasMessageStartingWith("cats.yaml")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesTwoPrinciplesOfOneId() {
        String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id"));

        assertThatThrownBy(() -> read(twice)).hasMessageContaining("line 15: principles[2].id: there is another");
    }

    @Test
    void refusesWhatIsNoPolicyAtAll() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("cats")).hasMessageContaining("there should be fields");
        assertThatThrownBy(() -> read("version: v1\nprinciples: []")).hasMessageContaining("should be a principle");
        assertThatThrownBy(() -> read(GOOD.substring(0, GOOD.indexOf("    rules")) + "    rules: []"))
                .hasMessageContaining("principles[1].rules: there should be a rule");
        assertThatThrownBy(() -> read("a: &a [*a]")).isInstanceOf(UnfitPolicyException.class);
        assertThatThrownBy(() -> PolicyFile.read(new FileSystemResource("no/such/policy.yaml")))
                .isInstanceOf(UnfitPolicyException.class)
                .hasMessageContaining("no/such/policy.yaml");
    }
}
