package ai.novacore.adapters.wrongtoo.wrong;

/** What another adapter knows. */
public final class OtherNeighbour {}
