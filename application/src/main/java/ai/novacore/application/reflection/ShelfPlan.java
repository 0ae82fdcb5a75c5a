package ai.novacore.application.reflection;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.reflection.Gates.Passed;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryCommand.SupersedeMemory;
import ai.novacore.domain.memory.MemoryCommand.SupportMemory;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be done with what was let through, in the order in which it was said: what is new is stored, what is known
 * gets more evidence, and of two that cannot both be true the older one is retired in favour of the newer one.
 */
final class ShelfPlan {
    private static final Actor ACTOR = Actor.system("reflection");
    private static final String CONTRADICTED = "contradicted";

    /** For whom and from what. */
    record Origin(UserId owner, ConversationId conversation, TurnId lastTurn, RunId run, Instant now) {}

    private final Origin origin;
    private final Likeness likeness;
    private final Map<TurnId, Said> turns = new HashMap<>();
    private final List<Entry> planned = new ArrayList<>();
    private final Set<MemoryId> retired = new HashSet<>();
    private final List<DomainCommand> commands = new ArrayList<>();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long room;

    ShelfPlan(Origin origin, List<Said> window, Likeness likeness, long room) {
        this.origin = origin;
        this.likeness = likeness;
        this.room = room;
        window.forEach(turn -> turns.put(turn.id(), turn));
    }

    void addAll(List<Passed> passed) {
        passed.stream()
                .sorted(Comparator.comparing(this::saidAt)
                        .thenComparingInt(one -> one.grounds().place()))
                .forEach(this::add);
    }

    /** In the order of the memories' ids, so that two transactions on the same memories do not wait for each other. */
    List<DomainCommand> commands() {
        return commands.stream()
                .sorted(Comparator.comparing(command -> command.id().value()))
                .toList();
    }

    Map<Outcome, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    private void add(Passed passed) {
        List<Entry> others = others(passed);
        Optional<Entry> same = likeness.same(passed.claim(), others);
        if (same.isPresent()) {
            support(same.get(), passed);
            return;
        }
        List<Entry> contradicted =
                others.stream().filter(other -> cannotBothBeTrue(other, passed)).toList();
        // One is retired for it, so there is room where one more would find none.
        if (room <= 0 && contradicted.isEmpty()) {
            count(Outcome.NO_ROOM);
        } else {
            store(passed, contradicted);
        }
    }

    private List<Entry> others(Passed passed) {
        List<Entry> others = new ArrayList<>();
        near(passed.claim())
                .filter(item -> planned.stream().noneMatch(entry -> entry.id().equals(item.id())))
                .forEach(item -> others.add(Entry.of(item)));
        others.addAll(planned);
        others.removeIf(entry -> retired.contains(entry.id()));
        return others;
    }

    private Stream<MemoryItem> near(Claim claim) {
        Stream<MemoryItem> alike = likeness.near(origin.owner(), claim.text()).stream();
        Stream<MemoryItem> ofOneAttribute = Attribute.of(claim).stream()
                .flatMap(attribute -> likeness.near(origin.owner(), attribute.question()).stream());
        return Stream.concat(alike, ofOneAttribute).distinct();
    }

    private void support(Entry same, Passed passed) {
        List<Evidence> added = evidence(passed).stream()
                .filter(one -> !same.evidence().contains(one))
                .toList();
        if (added.isEmpty()) {
            count(Outcome.REPEATED);
            return;
        }
        commands.add(new SupportMemory(same.id(), ACTOR, origin.now(), origin.owner(), added, origin.run()));
        planned.removeIf(entry -> entry.id().equals(same.id()));
        List<Evidence> all = new ArrayList<>(same.evidence());
        all.addAll(added);
        planned.add(new Entry(same.id(), same.claim(), same.attribute(), same.at(), all));
        count(Outcome.SUPPORTED);
    }

    private void store(Passed passed, List<Entry> contradicted) {
        Instant at = saidAt(passed);
        Entry entry = Entry.of(
                // The same when the same is found again, so that nothing is stored twice after a crash.
                new MemoryId(IdGenerator.derived(
                        "mem_",
                        at,
                        origin.conversation().value(),
                        origin.lastTurn().value(),
                        passed.claim().text())),
                passed.claim(),
                at,
                evidence(passed));
        commands.add(new StoreMemory(
                entry.id(),
                ACTOR,
                origin.now(),
                origin.owner(),
                MemoryTier.ITM,
                passed.candidate().kind(),
                new PersonalText(passed.claim().text()),
                importance(passed.candidate().importance()),
                entry.evidence(),
                at,
                new PersonalText(origin.conversation().value()),
                origin.run()));
        room--;
        planned.add(entry);
        count(Outcome.STORED);
        contradicted.forEach(other -> settle(other, entry));
    }

    /** What a model says is contradicted has to be about the same: it might have been talked into anything. */
    private boolean cannotBothBeTrue(Entry other, Passed passed) {
        return other.isContradictedBy(passed.claim(), passed.grounds().corrects())
                || other.id().equals(passed.candidate().contradicts()) && other.touches(passed.claim());
    }

    /** The older one gives way, whichever was found first. */
    private void settle(Entry other, Entry entry) {
        boolean otherIsNewer = other.at().isAfter(entry.at());
        MemoryId outdated = otherIsNewer ? entry.id() : other.id();
        MemoryId by = otherIsNewer ? other.id() : entry.id();
        if (retired.add(outdated)) {
            room++;
            commands.add(
                    new SupersedeMemory(outdated, ACTOR, origin.now(), origin.owner(), by, CONTRADICTED, origin.run()));
            count(Outcome.SUPERSEDED);
        }
    }

    private List<Evidence> evidence(Passed passed) {
        return passed.grounds().turns().stream()
                .map(turn -> new Evidence(origin.conversation(), turn))
                .toList();
    }

    private Instant saidAt(Passed passed) {
        Said last = turns.get(passed.grounds().turns().getLast());
        if (last == null) {
            throw new IllegalStateException("grounded in a turn of another window");
        }
        return last.at();
    }

    private static double importance(double given) {
        return Double.isNaN(given) ? 0.5 : Math.clamp(given, 0, 1);
    }

    private void count(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }
}
