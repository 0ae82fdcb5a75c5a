package ai.novacore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Something for Node.js to compare with, pinned with all it needs, installed without the scripts of its packages. */
final class NpmPackage {
    private static final Path SOURCES = Path.of("bootstrap", "src", "test", "bench");

    private NpmPackage() {}

    /**
     * Installs what is not there yet, or is there as it was pinned before.
     *
     * @return where it is
     * @throws IOException with a message for people when npm is missing, or a package cannot be had
     */
    static Path install(String name, Path log) throws IOException {
        Path manifest = SOURCES.resolve(name);
        Path installed = Path.of("bootstrap", "target", "bench-" + name);
        Path lock = installed.resolve("package-lock.json");
        boolean isThere = Files.exists(lock)
                && Files.exists(installed.resolve("node_modules"))
                && Files.mismatch(lock, manifest.resolve("package-lock.json")) == -1;
        Files.createDirectories(installed);
        copy(manifest, installed);
        List<String> npm =
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", installed.toString());
        if (!isThere && OwnProcess.start(log, npm, Map.of()).await() != 0) {
            Files.deleteIfExists(lock);
            throw new IOException(Files.readString(log));
        }
        return installed;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
