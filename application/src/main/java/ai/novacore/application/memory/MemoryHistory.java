package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Reads a memory's own stream, part by part: one that is often recalled has a long one. */
public final class MemoryHistory implements MemoryHistoryQuery {
    private static final int PART = 500;

    private final EventLog log;

    public MemoryHistory(EventLog log) {
        this.log = log;
    }

    @Override
    public List<Step> history(UserId owner, MemoryId id) {
        List<Step> steps = new ArrayList<>();
        Deque<Step> recalls = new ArrayDeque<>();
        List<Recorded> part = log.stream(id, 0, PART);
        while (!part.isEmpty()) {
            for (Recorded recorded : part) {
                if (!(recorded.event() instanceof MemoryEvent event)
                        || !event.owner().equals(owner)) {
                    throw DomainRejection.notFound();
                }
                Step step = new Step(recorded.sequence(), name(recorded.type()), recorded.actor(), event);
                if (event instanceof MemoryRecalled) {
                    recalls.add(step);
                    if (recalls.size() > MOST_RECALLS) {
                        recalls.remove();
                    }
                } else {
                    steps.add(step);
                }
            }
            part = part.size() < PART
                    ? List.of()
                    : log.stream(id, part.getLast().sequence() + 1, PART);
        }
        if (steps.isEmpty()) {
            throw DomainRejection.notFound();
        }
        steps.addAll(recalls);
        steps.sort(Comparator.comparingLong(Step::sequence));
        return steps;
    }

    private static String name(String type) {
        return type.substring(0, type.lastIndexOf('/'));
    }
}
