package ai.novacore.bootstrap.wrong;

/** What nobody else knows. */
public final class Wiring {}
