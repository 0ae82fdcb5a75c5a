package ai.novacore.application.shared;

import ai.novacore.domain.shared.Actor;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What ties everything together that one request causes: commands, events, log lines, mails, calls to other services.
 * Bound to the running thread for the length of a call; an event handler is bound to what its event was caused by.
 *
 * @param id the correlation id, as the request named it or as generated
 * @param actor who is behind it
 */
public record Correlation(String id, Actor actor) {

    /** The log field that carries {@link #id()}. */
    public static final String ID_FIELD = "correlation_id";

    /** The log field that carries the user, when the actor is one. */
    public static final String USER_FIELD = "user_id";

    private static final ScopedValue<Correlation> CURRENT = ScopedValue.newInstance();
    private static final Actor NOBODY = Actor.system("unknown");
    private static final ContextSnapshotFactory TRACES = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry().registerThreadLocalAccessor(new ObservationThreadLocalAccessor()))
            .build();

    /** A fresh correlation for work that no request started. */
    public static Correlation of(Actor actor) {
        return new Correlation(UUID.randomUUID().toString(), actor);
    }

    /** What the running thread is bound to, or a fresh one of nobody in particular. */
    public static Correlation current() {
        return CURRENT.isBound() ? CURRENT.get() : of(NOBODY);
    }

    /** The same request, now acting for somebody. */
    public Correlation by(Actor newActor) {
        return new Correlation(id, newActor);
    }

    /** The work, to be run on another thread, bound to what this one is bound to, and part of the same trace. */
    public static Runnable carrying(Runnable work) {
        Correlation correlation = current();
        return TRACES.captureAll().wrap(() -> correlation.run(work));
    }

    /** Runs {@code work} bound to this, with the log fields set. */
    public <T> T call(Callable<T> work) throws Exception {
        String idBefore = MDC.get(ID_FIELD);
        String userBefore = MDC.get(USER_FIELD);
        MDC.put(ID_FIELD, id);
        if (actor.kind() != Actor.Kind.SYSTEM) {
            MDC.put(USER_FIELD, actor.id());
        }
        try {
            return ScopedValue.where(CURRENT, this).call(work::call);
        } finally {
            reset(ID_FIELD, idBefore);
            reset(USER_FIELD, userBefore);
        }
    }

    /** Runs {@code work} bound to this, with the log fields set. */
    public void run(Runnable work) {
        try {
            call(() -> {
                work.run();
                return Boolean.TRUE;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a Runnable threw a checked exception", e);
        }
    }

    private static void reset(String field, @Nullable String before) {
        if (before == null) {
            MDC.remove(field);
        } else {
            MDC.put(field, before);
        }
    }
}
