package ai.novacore.domain.user;

/** What a person may do beyond their own things. */
public enum Role {
    /** Chats. Everybody has it. */
    MEMBER,
    /** Reads other people's histories, with a reason. */
    SUPPORT,
    /** Replays projections and settles dead letters. */
    OPERATOR,
    /** Invites, suspends, gives roles. */
    ADMIN
}
