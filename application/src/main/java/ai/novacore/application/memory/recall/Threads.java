package ai.novacore.application.memory.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which memory was said just before and just after which, in the same thread. */
final class Threads {
    static final int NONE = -1;

    private final Comparator<Integer> order;
    private final Map<String, List<Integer>> threads = new HashMap<>();
    private int[] before = new int[0];
    private int[] next = new int[0];

    /** @param order of the slots of one thread; no two may be equal in it */
    Threads(Comparator<Integer> order) {
        this.order = order;
    }

    void add(String thread, int slot) {
        List<Integer> line = threads.computeIfAbsent(thread, _ -> new ArrayList<>());
        int at = -1 - Collections.binarySearch(line, slot, order);
        line.add(at, slot);
        link(at == 0 ? NONE : line.get(at - 1), slot);
        link(slot, at == line.size() - 1 ? NONE : line.get(at + 1));
    }

    /** Before what is in the slot changes. */
    void remove(String thread, int slot) {
        List<Integer> line = threads.getOrDefault(thread, List.of());
        int at = Collections.binarySearch(line, slot, order);
        if (at >= 0) {
            line.subList(at, at + 1).clear();
            link(before(slot), next(slot));
            link(NONE, slot);
            link(slot, NONE);
            if (line.isEmpty()) {
                threads.remove(thread);
            }
        }
    }

    private void link(int earlier, int later) {
        if (earlier != NONE) {
            next = reaching(next, earlier);
            next[earlier] = later;
        }
        if (later != NONE) {
            before = reaching(before, later);
            before[later] = earlier;
        }
    }

    private static int[] reaching(int[] slots, int slot) {
        if (slot < slots.length) {
            return slots;
        }
        int[] longer = Arrays.copyOf(slots, Math.max(slot + 1, slots.length * 2));
        Arrays.fill(longer, slots.length, longer.length, NONE);
        return longer;
    }

    int before(int slot) {
        return slot < before.length ? before[slot] : NONE;
    }

    int next(int slot) {
        return slot < next.length ? next[slot] : NONE;
    }
}
