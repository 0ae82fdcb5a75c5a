package ai.novacore.application.model;

import ai.novacore.domain.shared.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** The questions to one model: how many are answered, and the round of members who wait. Its queue guards it. */
final class Lane {
    private final int atOnce;

    /** Whose turn is next comes first. Nobody waits while there is room. */
    private final SequencedMap<UserId, Deque<Place>> round = new LinkedHashMap<>();

    private int running;
    private int waiting;

    Lane(int atOnce) {
        this.atOnce = atOnce;
    }

    int running() {
        return running;
    }

    int waiting() {
        return waiting;
    }

    boolean isFull() {
        return running >= atOnce;
    }

    boolean isEmpty() {
        return running == 0 && waiting == 0;
    }

    void join(Place place) {
        if (!isFull()) {
            running++;
            place.moveTo(Place.TURN);
            return;
        }
        round.computeIfAbsent(Objects.requireNonNull(place.owner()), _ -> new ArrayDeque<>())
                .addLast(place);
        waiting++;
        tellPositions();
    }

    /** For good; whoever is next comes in where one goes who was answered. */
    void leave(Place place) {
        if (place.position() == Place.TURN) {
            place.moveTo(Place.LEFT);
            running--;
            next();
        } else {
            giveUp(place);
        }
    }

    /** Leaves when it still waits. */
    void giveUp(Place place) {
        if (place.position() > Place.TURN) {
            place.moveTo(Place.LEFT);
            Deque<Place> own = Objects.requireNonNull(round.get(place.owner()));
            own.remove(place);
            if (own.isEmpty()) {
                round.remove(place.owner());
            }
            waiting--;
            tellPositions();
        }
    }

    private void next() {
        Map.Entry<UserId, Deque<Place>> first = round.pollFirstEntry();
        if (first == null) {
            return;
        }
        Place served = first.getValue().removeFirst();
        if (!first.getValue().isEmpty()) {
            round.putLast(first.getKey(), first.getValue());
        }
        waiting--;
        running++;
        served.moveTo(Place.TURN);
        tellPositions();
    }

    /** The first question of each in the round, then the second ones, and so on. */
    private void tellPositions() {
        int position = 0;
        List<Iterator<Place>> members =
                new ArrayList<>(round.values().stream().map(Deque::iterator).toList());
        while (!members.isEmpty()) {
            for (Iterator<Iterator<Place>> each = members.iterator(); each.hasNext(); ) {
                Iterator<Place> own = each.next();
                own.next().moveTo(++position);
                if (!own.hasNext()) {
                    each.remove();
                }
            }
        }
    }
}
