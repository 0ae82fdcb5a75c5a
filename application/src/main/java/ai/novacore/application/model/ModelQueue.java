package ai.novacore.application.model;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Lets so many answers of each model run at once on this node, and keeps the other questions waiting.
 *
 * <p>Members take turns: each in the round is served one question, then goes to the end of it; whoever comes new goes
 * to the end, too. So a member's second question comes after the first one of everybody who waited then, and nobody is
 * passed over, however many others come. The questions of one member keep their order. Safe for use by many threads.
 */
public final class ModelQueue {
    private final int atOnce;
    private final int waitingRoom;
    private final Duration longestWait;
    private final QueueMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Lane> lanes = new HashMap<>();

    /**
     * @param atOnce how many answers of a model run at once
     * @param waitingRoom how many questions to a model may wait
     * @param longestWait how long each of them may wait
     */
    public ModelQueue(int atOnce, int waitingRoom, Duration longestWait, MeterRegistry meters) {
        if (atOnce < 1 || waitingRoom < 0 || !longestWait.isPositive()) {
            throw new IllegalArgumentException("a model must be let answer, and a wait must have a length");
        }
        this.atOnce = atOnce;
        this.waitingRoom = waitingRoom;
        this.longestWait = longestWait;
        metrics = new QueueMetrics(this, meters);
    }

    /**
     * Gets in line; the place is to be closed whatever happens.
     *
     * @throws ModelFailure {@code UNAVAILABLE} when too many wait already
     */
    Place enter(String model, UserId owner) {
        metrics.asked(model);
        lock.lock();
        try {
            Lane lane = lanes.computeIfAbsent(model, _ -> new Lane(atOnce));
            Place place = new Place(this, model, owner, longestWait);
            if (hasNoRoom(lane)) {
                throw new ModelFailure(
                        Kind.UNAVAILABLE, lane.waiting() + " questions wait for the model, which is as many as may");
            }
            lane.join(place);
            return place;
        } finally {
            lock.unlock();
        }
    }

    /** A place whose turn it is already; none when somebody waits or as many answers run as may. */
    Optional<Place> enterIfIdle(String model) {
        metrics.asked(model);
        lock.lock();
        try {
            Lane lane = lanes.computeIfAbsent(model, _ -> new Lane(atOnce));
            if (lane.isFull()) {
                return Optional.empty();
            }
            Place place = new Place(this, model, null, longestWait);
            lane.join(place);
            return Optional.of(place);
        } finally {
            lock.unlock();
        }
    }

    void leave(Place place) {
        change(place, Lane::leave);
    }

    /** Leaves when it still waits; one that is answered keeps its place until the model has really stopped. */
    void giveUp(Place place) {
        change(place, Lane::giveUp);
    }

    private void change(Place place, BiConsumer<Lane, Place> change) {
        lock.lock();
        try {
            Lane lane = lanes.get(place.model());
            if (lane != null) {
                change.accept(lane, place);
                if (lane.isEmpty()) {
                    lanes.remove(place.model());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many answers of the model run. */
    public int running(String model) {
        return read(model, 0, Lane::running);
    }

    /** How many questions wait for the model. */
    public int waiting(String model) {
        return read(model, 0, Lane::waiting);
    }

    /** Whether the next question to the model would be refused. */
    public boolean isFull(String model) {
        return read(model, false, this::hasNoRoom);
    }

    private boolean hasNoRoom(Lane lane) {
        return lane.isFull() && lane.waiting() >= waitingRoom;
    }

    private <T> T read(String model, T otherwise, Function<Lane, T> question) {
        lock.lock();
        try {
            Lane lane = lanes.get(model);
            return lane == null ? otherwise : question.apply(lane);
        } finally {
            lock.unlock();
        }
    }
}
