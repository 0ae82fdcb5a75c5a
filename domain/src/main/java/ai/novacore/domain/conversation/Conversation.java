package ai.novacore.domain.conversation;

import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a conversation to decide about it. Questions and answers themselves are in the events only.
 *
 * @param owner absent until it is started
 * @param title absent until it is started
 * @param naming where the title comes from
 * @param turns by turn, in the order of their start
 * @param deleted the owner no longer wants it; for good
 */
public record Conversation(
        @Nullable UserId owner, @Nullable PersonalText title, Naming naming, Map<TurnId, Turn> turns, boolean deleted) {

    static final Conversation UNSTARTED = new Conversation(null, null, Naming.FIRST_WORDS, Map.of(), false);

    /** Where a title comes from. */
    public enum Naming {
        /** It is the beginning of the first question, or was found for one that is set aside, for want of a better one. */
        FIRST_WORDS,
        /** The model found it after the first turn. */
        MODEL,
        /** The owner chose it; it stays whatever the model says. */
        OWNER
    }

    /** How far a turn has come. */
    public enum Status {
        OPEN,
        COMPLETED,
        INTERRUPTED,
        FAILED
    }

    /**
     * One question and its answer.
     *
     * @param rating what the owner thought of it last
     * @param comment what they said to that
     * @param setAsideBy the turn that took its place; absent while it is in force
     */
    public record Turn(
            Status status,
            @Nullable Rating rating,
            @Nullable PersonalText comment,
            @Nullable TurnId setAsideBy) {
        static final Turn OPEN = new Turn(Status.OPEN, null, null, null);

        boolean isOpen() {
            return status == Status.OPEN;
        }

        /** Whether there is an answer, be it cut off. */
        boolean isAnswered() {
            return status == Status.COMPLETED || status == Status.INTERRUPTED;
        }

        boolean isInForce() {
            return setAsideBy == null;
        }
    }

    public Conversation {
        turns = Collections.unmodifiableMap(new LinkedHashMap<>(turns));
    }

    Conversation startedBy(UserId user, PersonalText name) {
        return new Conversation(user, name, naming, turns, deleted);
    }

    Conversation named(PersonalText name, Naming by) {
        return new Conversation(owner, name, by, turns, deleted);
    }

    Conversation opening(TurnId turn) {
        return with(turn, Turn.OPEN);
    }

    Conversation ending(TurnId turn, Status end) {
        Turn was = turns.getOrDefault(turn, Turn.OPEN);
        return with(turn, new Turn(end, was.rating(), was.comment(), was.setAsideBy()));
    }

    Conversation rating(TurnId turn, Rating rating, @Nullable PersonalText comment) {
        Turn was = turns.getOrDefault(turn, Turn.OPEN);
        return with(turn, new Turn(was.status(), rating, comment, was.setAsideBy()));
    }

    /**
     * When nothing is left that the model's title was found for, it may find another one.
     */
    Conversation settingAside(Collection<TurnId> gone, TurnId by) {
        Map<TurnId, Turn> next = new LinkedHashMap<>(turns);
        gone.forEach(id ->
                next.computeIfPresent(id, (_, turn) -> new Turn(turn.status(), turn.rating(), turn.comment(), by)));
        boolean anew = next.entrySet().stream()
                .noneMatch(turn -> turn.getValue().isInForce() && !turn.getKey().equals(by));
        Naming then = anew && naming == Naming.MODEL ? Naming.FIRST_WORDS : naming;
        return new Conversation(owner, title, then, next, deleted);
    }

    /** This turn and those that were started after it, without what was set aside before. */
    List<TurnId> inForceFrom(TurnId first) {
        return turns.keySet().stream()
                .dropWhile(id -> !id.equals(first))
                .filter(id -> turns.getOrDefault(id, Turn.OPEN).isInForce())
                .toList();
    }

    Conversation deleting() {
        return new Conversation(owner, title, naming, turns, true);
    }

    private Conversation with(TurnId turn, Turn value) {
        Map<TurnId, Turn> next = new LinkedHashMap<>(turns);
        next.put(turn, value);
        return new Conversation(owner, title, naming, next, deleted);
    }
}
