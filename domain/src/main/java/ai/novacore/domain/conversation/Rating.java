package ai.novacore.domain.conversation;

/** What a member thought of an answer. */
public enum Rating {
    UP,
    DOWN
}
