package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A JSON object in a file that is there in full or not at all, whenever the process ends. */
final class StateFile {
    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Optional<JsonObject> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    void write(JsonObject state) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, state.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
