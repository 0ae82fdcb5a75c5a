package ai.novacore.application.user;

import ai.novacore.application.user.port.out.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes quickly, and counts how often: that is what takes the time in a real one. Not for passwords of people. */
public final class CountingPasswordHasher implements PasswordHasher {
    private final AtomicInteger salts = new AtomicInteger();
    private final AtomicInteger hashings = new AtomicInteger();
    private volatile int firstGoodSalt;

    /** How many hashes were computed, to make one or to compare with one. */
    public int hashings() {
        return hashings.get();
    }

    @Override
    public String hash(String password) {
        return hash(salts.incrementAndGet() + "$", password);
    }

    @Override
    public boolean matches(String password, String hash) {
        return hash(hash.substring(0, hash.indexOf('$') + 1), password).equals(hash);
    }

    /** From now on every hash that was made so far counts as outdated. */
    public void raiseEffort() {
        firstGoodSalt = salts.get() + 1;
    }

    @Override
    public boolean outdated(String hash) {
        return Integer.parseInt(hash.substring(0, hash.indexOf('$'))) < firstGoodSalt;
    }

    private String hash(String salt, String password) {
        hashings.incrementAndGet();
        return salt + SecretTokens.hash(salt + password).value();
    }
}
