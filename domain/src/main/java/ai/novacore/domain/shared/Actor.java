package ai.novacore.domain.shared;

import java.util.Objects;

/**
 * Who caused a command: a member, a member of staff, or a part of the system.
 *
 * @param kind which of these
 * @param id the user's id, or the name of the part of the system
 */
public record Actor(Kind kind, String id) {

    /** The kinds of actor. */
    public enum Kind {
        MEMBER,
        STAFF,
        SYSTEM
    }

    public Actor {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }

    public static Actor member(AggregateId user) {
        return new Actor(Kind.MEMBER, user.value());
    }

    public static Actor staff(AggregateId user) {
        return new Actor(Kind.STAFF, user.value());
    }

    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part);
    }
}
