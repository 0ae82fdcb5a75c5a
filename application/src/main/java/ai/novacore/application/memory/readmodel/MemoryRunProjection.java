package ai.novacore.application.memory.readmodel;

import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryRunStore.Change;
import ai.novacore.application.memory.readmodel.MemoryRun.Kind;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds what workers change, and what of it is taken back, into {@link MemoryRun}. */
public final class MemoryRunProjection implements Projection {
    /** Why distillation retires a memory; whatever else retires one is reflection. */
    public static final String MERGED = "merged";

    /** What cannot have been the last thing to happen to a memory that is active again. */
    private static final Set<Kind> RETIRING = Set.of(Kind.SUPERSEDED, Kind.EXPIRED);

    private final MemoryRunStore runs;

    public MemoryRunProjection(MemoryRunStore runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "memory-runs";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == UserErased.class
                || (MemoryEvent.class.isAssignableFrom(eventType)
                        && eventType != MemoryRecalled.class
                        && eventType != MemoryRevised.class);
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof MemoryEvent memoryEvent) {
            fold(memoryEvent);
        } else if (event instanceof UserErased erased) {
            runs.removeAll(erased.id());
        }
    }

    private void fold(MemoryEvent event) {
        switch (event) {
            case MemoryStored e -> add(e, e.run(), Kind.STORED, Worker.REFLECTION);
            case MemorySupported e -> add(e, e.run(), Kind.SUPPORTED, Worker.REFLECTION);
            case MemoryPromoted e -> add(e, e.run(), Kind.PROMOTED, Worker.DISTILLATION);
            case MemoryMerged e -> add(e, e.run(), Kind.MERGED, Worker.DISTILLATION);
            case MemorySuperseded e -> add(e, e.run(), Kind.SUPERSEDED, supersededBy(e.reason()));
            case MemoryForgotten e -> forget(e);
            case MemoryRestored e -> restore(e);
            case MemoryRecalled _ -> {}
            case MemoryRevised _ -> {}
        }
    }

    private static Worker supersededBy(String reason) {
        return reason.equals(MERGED) ? Worker.DISTILLATION : Worker.REFLECTION;
    }

    private void add(MemoryEvent event, @Nullable RunId run, Kind kind, Worker worker) {
        if (run != null) {
            runs.add(new Change(run, event.id(), event.owner(), kind, worker, event.at()));
        }
    }

    private void forget(MemoryForgotten e) {
        if (e.reason() != ForgetReason.UNDONE) {
            add(e, e.run(), Kind.EXPIRED, Worker.DISTILLATION);
        } else if (e.run() != null) {
            runs.undone(e.run(), e.id());
        }
    }

    private void restore(MemoryRestored e) {
        if (e.undone() == null) {
            runs.undone(e.id(), RETIRING);
        } else {
            runs.undone(e.undone(), e.id());
        }
    }
}
