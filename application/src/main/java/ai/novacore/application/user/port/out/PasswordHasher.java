package ai.novacore.application.user.port.out;

/** Hashes passwords slowly on purpose (Argon2id); at most as many at once as the machine has cores. */
public interface PasswordHasher {
    /**
     * @param password of any length; nothing is cut off
     */
    String hash(String password);

    /** Whether the password belongs to the hash; takes as long when it does not. */
    boolean matches(String password, String hash);

    /** Whether a hash was made with less effort than hashes are made with now. */
    boolean outdated(String hash);
}
