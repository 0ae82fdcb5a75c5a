package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.web.security.ServiceSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service secret: the configured one, or the one that an installation made for itself. */
public final class ServiceSecretFile {
    private static final int BYTES = 48;

    private ServiceSecretFile() {}

    /** What is configured, or else what stands in the data folder; generated when there is none yet. */
    public static ServiceSecrets loadOrGenerate(@Nullable String configured, Path dataFolder) {
        return configured == null || configured.isBlank()
                ? ServiceSecrets.parse(PrivateFile.readOrWrite(file(dataFolder), ServiceSecretFile::generate))
                : ServiceSecrets.parse(configured);
    }

    /** The same, but generates nothing. */
    public static Optional<ServiceSecrets> find(@Nullable String configured, Path dataFolder) throws IOException {
        if (configured != null && !configured.isBlank()) {
            return Optional.of(ServiceSecrets.parse(configured));
        }
        Path file = file(dataFolder);
        return Files.exists(file) ? Optional.of(ServiceSecrets.parse(Files.readString(file))) : Optional.empty();
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("keys").resolve("service-secret");
    }

    private static String generate() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
