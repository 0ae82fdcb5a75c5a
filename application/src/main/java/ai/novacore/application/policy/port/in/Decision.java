package ai.novacore.application.policy.port.in;

/** What is to become of a text; the later ones are the stronger ones. */
public enum Decision {
    ALLOW,
    /** It goes on, and is noted. */
    FLAG,
    /** It does not go on. */
    BLOCK
}
