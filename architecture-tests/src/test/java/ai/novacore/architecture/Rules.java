package ai.novacore.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** All rules there are, each with its name as a sentence. */
final class Rules {
    private Rules() {}

    static Stream<Arguments> all() {
        return Stream.of(DependencyRules.class, FeatureRules.class, HouseRules.class)
                .flatMap(rules -> Arrays.stream(rules.getDeclaredFields()))
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> Arguments.of(sentence(field), rule(field)));
    }

    private static String sentence(Field field) {
        return field.getName().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
