package ai.novacore.domain.wrongtoo.wrong;

/** What another feature knows. */
public final class Other {}
