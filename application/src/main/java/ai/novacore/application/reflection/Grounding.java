package ai.novacore.application.reflection;

import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a member said what is claimed. Every name, number and other word that says something has to stand in one
 * statement of theirs, but for its endings and for verbs of one sense, said in the same mood about the same person. A
 * reflection may draw on several statements, of at least two turns.
 */
final class Grounding {
    /** Words by which a reflection sums up; none of them is a fact. */
    private static final Pattern SUMMING_UP = Pattern.compile(
            "(?iu)often|usually|generally|tends?|seems?|values?|important|interested|interests?|regularly|frequently|oft|häufig|meist"
                    + "|meistens|scheint|scheine|wichtig|interessiert|interessiere|regelmäßig|generell|souvent|important|importante"
                    + "|suele|suelo");

    private Grounding() {}

    /**
     * The member's statements that bear a claim.
     *
     * @param turns those that do, in their order
     * @param place where the last of them was said
     * @param corrects whether it was said to take something back
     */
    record Grounds(List<TurnId> turns, int place, boolean corrects) {
        Grounds {
            turns = List.copyOf(turns);
        }
    }

    private record Found(TurnId turn, Clause clause) {}

    /** @param cited the turns that are said to support the claim, in their order */
    static Optional<Grounds> ofFact(Claim claim, List<Said> cited) {
        List<Found> found = new ArrayList<>();
        for (Said turn : cited) {
            turn.stated().stream()
                    .filter(clause -> clause.mood().equals(claim.mood()) && clause.says(claim.words()))
                    .max(Comparator.comparingInt(Clause::place))
                    .ifPresent(clause -> found.add(new Found(turn.id(), clause)));
        }
        return grounds(found);
    }

    static Optional<Grounds> ofReflection(Claim claim, List<Said> cited) {
        List<Word> open = new ArrayList<>(claim.content().stream()
                .filter(word -> !SUMMING_UP.matcher(word.text()).matches())
                .toList());
        if (open.size() < 2) {
            return Optional.empty();
        }
        List<Word> all = List.copyOf(open);
        List<Found> found = new ArrayList<>();
        Set<TurnId> bearing = new HashSet<>();
        for (Said turn : cited) {
            for (Clause clause : turn.stated()) {
                boolean bears = clause.about().isEmpty()
                        && clause.mood().equals(claim.mood())
                        && all.stream().anyMatch(clause::has);
                if (bears) {
                    open.removeIf(clause::has);
                    if (bearing.add(turn.id())) {
                        found.add(new Found(turn.id(), clause));
                    }
                }
            }
        }
        return open.isEmpty() && bearing.size() >= 2 ? grounds(found) : Optional.empty();
    }

    private static Optional<Grounds> grounds(List<Found> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Clause last = found.getLast().clause();
        return Optional.of(new Grounds(found.stream().map(Found::turn).toList(), last.place(), last.corrects()));
    }
}
