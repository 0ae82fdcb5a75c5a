package ai.novacore.bootstrap.wiring;

/** The name of this process among those that share a database. */
public record NodeName(String value) {}
