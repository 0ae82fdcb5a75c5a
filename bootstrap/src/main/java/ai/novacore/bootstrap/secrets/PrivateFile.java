package ai.novacore.bootstrap.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that only its owner can read. */
final class PrivateFile {
    private PrivateFile() {}

    /** What stands in the file; when there is none yet, what is generated stands in it from now on. */
    static String readOrWrite(Path file, Supplier<String> generate) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            String content = generate.get();
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be used", e);
        }
    }
}
