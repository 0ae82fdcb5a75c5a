package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryCommandHasItsTest {

    @ParameterizedTest
    @MethodSource("aggregates")
    void everyPermittedCommandIsNamedByATestClass(Aggregate<?, ?> aggregate) {
        Set<Class<?>> tested = testClasses().stream()
                .filter(EveryCommandHasItsTest::hasTests)
                .flatMap(c -> Stream.ofNullable(c.getAnnotation(Deciding.class)))
                .flatMap(deciding -> Arrays.stream(deciding.value()))
                .collect(Collectors.toSet());

        assertThat(aggregate.commands().getPermittedSubclasses()).isNotEmpty().isSubsetOf(tested);
    }

    @Test
    void aClassThatNamesCommandsHasTests() {
        assertThat(testClasses())
                .filteredOn(c -> c.isAnnotationPresent(Deciding.class))
                .isNotEmpty()
                .allMatch(EveryCommandHasItsTest::hasTests);
    }

    static List<Aggregate<?, ?>> aggregates() {
        return Aggregate.ALL;
    }

    private static boolean hasTests(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class));
    }

    private static List<Class<?>> testClasses() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.endsWith("-info.class"))
                    .<Class<?>>map(EveryCommandHasItsTest::load)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(EveryCommandHasItsTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, EveryCommandHasItsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
