package ai.novacore.domain.memory;

import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One remembered thing as it stands, and how it came to stand so.
 *
 * @param owner absent until it is stored
 * @param supersededBy what replaced it
 * @param storedIn the worker's run that found it, if one did
 * @param absorbed the memories that it took over
 * @param recalledIn the latest {@value #RECALLS_KEPT} turns that it was brought back into, oldest first
 * @param changes the latest {@value #CHANGES_KEPT} changes that can be taken back, oldest first
 */
public record Memory(
        @Nullable UserId owner,
        Status status,
        Content content,
        @Nullable MemoryId supersededBy,
        @Nullable RunId storedIn,
        Set<MemoryId> absorbed,
        Set<TurnId> recalledIn,
        List<Change> changes) {

    static final int RECALLS_KEPT = 50;
    static final int CHANGES_KEPT = 20;

    static final Memory UNSTORED =
            new Memory(null, Status.ACTIVE, Content.NONE, null, null, Set.of(), Set.of(), List.of());

    /** Whether it is brought back into conversations, and if not, whether it could be again. */
    public enum Status {
        ACTIVE,
        SUPERSEDED,
        FORGOTTEN,
        /** Forgotten with the whole account; never to come back. */
        ERASED
    }

    /** What is remembered, for how long, and from which messages. */
    public record Content(MemoryTier tier, PersonalText text, List<Evidence> evidence) {
        static final Content NONE = new Content(MemoryTier.STM, new PersonalText(""), List.of());

        public Content {
            evidence = List.copyOf(evidence);
        }
    }

    public Memory {
        absorbed = Collections.unmodifiableSet(new LinkedHashSet<>(absorbed));
        recalledIn = Collections.unmodifiableSet(new LinkedHashSet<>(recalledIn));
        changes = List.copyOf(changes);
    }

    static Memory stored(UserId owner, Content content, @Nullable RunId run) {
        return new Memory(owner, Status.ACTIVE, content, null, run, Set.of(), Set.of(), List.of());
    }

    boolean isActive() {
        return status == Status.ACTIVE;
    }

    Memory recalled(TurnId turn) {
        Set<TurnId> turns = new LinkedHashSet<>(recalledIn);
        turns.add(turn);
        if (turns.size() > RECALLS_KEPT) {
            turns.remove(turns.iterator().next());
        }
        return new Memory(owner, status, content, supersededBy, storedIn, absorbed, turns, changes);
    }

    Memory promoted(MemoryTier to, @Nullable RunId run) {
        return with(new Content(to, content.text(), content.evidence()), absorbed)
                .after(Change.promoted(content.tier(), run));
    }

    Memory merged(MemoryId other, List<Evidence> added, @Nullable RunId run) {
        Set<MemoryId> all = new LinkedHashSet<>(absorbed);
        all.add(other);
        return with(supportedBy(added), all).after(Change.merged(other, added, run));
    }

    Memory supported(List<Evidence> added, @Nullable RunId run) {
        return with(supportedBy(added), absorbed).after(Change.supported(added, run));
    }

    private Content supportedBy(List<Evidence> added) {
        List<Evidence> evidence = new ArrayList<>(content.evidence());
        evidence.addAll(added);
        return new Content(content.tier(), content.text(), evidence);
    }

    Memory revised(PersonalText text) {
        return with(new Content(content.tier(), text, content.evidence()), absorbed)
                .after(Change.revised(content.text()));
    }

    Memory superseded(MemoryId by, @Nullable RunId run) {
        return standing(Status.SUPERSEDED, by).after(Change.superseded(run));
    }

    Memory forgotten(@Nullable RunId run) {
        return standing(Status.FORGOTTEN, supersededBy).after(Change.forgotten(run));
    }

    /** Keeps who owned it and nothing of what was remembered. */
    Memory erased() {
        return new Memory(owner, Status.ERASED, Content.NONE, null, null, Set.of(), Set.of(), List.of());
    }

    /**
     * The memory with a change taken back: what the run did, if nothing else has changed it since; without a run, the
     * latest of what forgot, superseded or revised it. The same memory when there is no such change.
     */
    Memory undoing(@Nullable RunId run) {
        int from = run == null ? latestRestorable() : startOf(run);
        if (from < 0) {
            return this;
        }
        int to = run == null ? from + 1 : changes.size();
        // What is restored is active again, so having been superseded before it was forgotten goes too.
        boolean retiredTwice = changes.get(from).kind() == Change.Kind.FORGOTTEN
                && from > 0
                && changes.get(from - 1).kind() == Change.Kind.SUPERSEDED;
        return undoing(retiredTwice ? from - 1 : from, to);
    }

    /** Active again, with this content. */
    Memory restored(Content content) {
        return with(content, absorbed).standing(Status.ACTIVE, null);
    }

    private int latestRestorable() {
        int at = changes.size() - 1;
        while (at >= 0 && !changes.get(at).isRestorable()) {
            at--;
        }
        return at;
    }

    /** Where the changes of the run start, or a negative number unless they are there and the latest ones. */
    private int startOf(RunId run) {
        int from = changes.size();
        while (from > 0 && run.equals(changes.get(from - 1).run())) {
            from--;
        }
        boolean latest = from < changes.size();
        return latest && changes.subList(0, from).stream().noneMatch(c -> run.equals(c.run())) ? from : -1;
    }

    private Memory undoing(int from, int to) {
        Memory before = this;
        for (Change change : changes.subList(from, to).reversed()) {
            before = before.without(change);
        }
        List<Change> left = new ArrayList<>(changes);
        left.subList(from, to).clear();
        return new Memory(owner, Status.ACTIVE, before.content, null, storedIn, before.absorbed, recalledIn, left);
    }

    private Memory without(Change change) {
        List<Evidence> evidence = new ArrayList<>(content.evidence());
        evidence.removeAll(change.evidence());
        Set<MemoryId> others = new LinkedHashSet<>(absorbed);
        if (change.absorbed() != null) {
            others.remove(change.absorbed());
        }
        return with(
                new Content(
                        Objects.requireNonNullElse(change.tier(), content.tier()),
                        Objects.requireNonNullElse(change.text(), content.text()),
                        evidence),
                others);
    }

    private Memory with(Content next, Set<MemoryId> others) {
        return new Memory(owner, status, next, supersededBy, storedIn, others, recalledIn, changes);
    }

    private Memory standing(Status next, @Nullable MemoryId by) {
        return new Memory(owner, next, content, by, storedIn, absorbed, recalledIn, changes);
    }

    private Memory after(Change change) {
        List<Change> next = new ArrayList<>(changes);
        next.add(change);
        int dropped = Math.max(0, next.size() - CHANGES_KEPT);
        return new Memory(
                owner,
                status,
                content,
                supersededBy,
                storedIn,
                absorbed,
                recalledIn,
                next.subList(dropped, next.size()));
    }
}
