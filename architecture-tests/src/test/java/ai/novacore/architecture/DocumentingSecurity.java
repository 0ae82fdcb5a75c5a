package ai.novacore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says about tests is true as far as a machine can tell: all that it names are there. */
class DocumentingSecurity {
    private static final Path ROOT = Path.of("..");
    /** A class of ours, or a file of the web app's tests. */
    private static final Pattern NAME =
            Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]*)*|[a-z-]+\\.(?:test|e2e)\\.tsx?)`");

    private static final List<String> WEB_APP = List.of("adapters-web/ui/src", "adapters-web/ui/e2e");
    /** What stands in the place of a test, where there is none. */
    private static final List<String> NO_TEST =
            List.of("later", "proxy", "configuration", "by review", "deviation", "not met");

    @Test
    void namesTestsThatAreThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String row : rows()) {
            Matcher name = NAME.matcher(lastColumn(row));
            while (name.find()) {
                named.add(name.group(1));
            }
        }

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(tests()).containsAll(named);
    }

    @Test
    void saysOfEachRequirementWhichTestHoldsItOrWhyNone() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(NAME.matcher(lastColumn(row)).find()
                                || NO_TEST.stream().anyMatch(lastColumn(row)::contains))
                        .as(row)
                        .isTrue());
    }

    /** The rows of the tables whose last column is "test". */
    private static List<String> rows() throws IOException {
        boolean ofTests = false;
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/security.md"))) {
            if (!line.startsWith("|")) {
                ofTests = false;
            } else if (lastColumn(line).equals("test")) {
                ofTests = true;
            } else if (ofTests && !line.startsWith("| ---")) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static String lastColumn(String row) {
        int end = row.lastIndexOf('|');
        return row.substring(row.lastIndexOf('|', end - 1) + 1, end).strip();
    }

    /** The names of all classes in the tests of all modules, and of the files of the web app's. */
    private static Set<String> tests() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            Stream<String> classes = modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> files(folder, ".java"))
                    .map(name -> name.replace(".java", ""));
            Stream<String> files = WEB_APP.stream().flatMap(folder -> files(ROOT.resolve(folder), ""));
            return Stream.concat(classes, files).collect(Collectors.toSet());
        }
    }

    private static Stream<String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
