package ai.novacore.adapters.web.security;

import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.user.port.out.PasswordHasher;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id. Each hash takes 19 MiB and a core for a moment on purpose, so there are only as many
 * at once as there are cores; who finds no place in time is told to come again.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP on the parameters
 *     of Argon2id</a>
 */
@Component
public final class Argon2PasswordHasher implements PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    private final Semaphore places;
    private final Duration patience;

    public Argon2PasswordHasher() {
        this(Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    Argon2PasswordHasher(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    @Override
    public String hash(String password) {
        return inPlace(() -> encoded(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return inPlace(() -> argon2.matches(password, hash));
    }

    @Override
    public boolean outdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private String encoded(String password) {
        String hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password without a hash");
        }
        return hash;
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OverloadedException("no place to hash a password");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("interrupted before a password was hashed");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
