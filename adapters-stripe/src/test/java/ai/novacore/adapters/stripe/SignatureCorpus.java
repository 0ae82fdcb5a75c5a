package ai.novacore.adapters.stripe;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Webhooks that Stripe's client for Node.js has signed, or that pretend so; see {@code src/test/node/corpus.mjs}. */
final class SignatureCorpus {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "signatures");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "corpus.mjs");

    /**
     * A webhook.
     *
     * @param now when it comes, in seconds
     * @param secrets what is configured then
     * @param body in base 64
     * @param valid whether it is to be accepted
     */
    record Sample(
            String name,
            long now,
            List<String> secrets,
            @Nullable String header,
            String body,
            boolean valid) {
        byte[] bytes() {
            return Base64.getDecoder().decode(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SignatureCorpus() {}

    static List<Sample> make() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm.log", "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
        Path corpus = run("corpus.json", "node", "corpus.mjs");
        return new Gson().fromJson(Files.readString(corpus), new TypeToken<List<Sample>>() {}.getType());
    }

    /** Returns the file with what it printed. */
    private static Path run(String output, String... command) throws IOException, InterruptedException {
        Path printed = FOLDER.resolve(output);
        Path complaints = FOLDER.resolve(output + ".err");
        List<String> arguments = new ArrayList<>();
        Collections.addAll(arguments, command);
        Process process = new ProcessBuilder(arguments)
                .directory(FOLDER.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(complaints.toFile())
                .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " did not succeed:\n" + Files.readString(complaints));
            }
        } finally {
            process.destroyForcibly();
        }
        return printed;
    }
}
