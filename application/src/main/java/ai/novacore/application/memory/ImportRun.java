package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.ImportMemoriesUseCase;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Entry;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Fault;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.ImportReport;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One import on its way: what it has come to, and whether it goes on. After it has ended, what comes is not tried. */
final class ImportRun {
    private final CommandDispatcher commands;
    private final MemoryShelfStore shelf;
    private final UserId owner;
    private final Instant now;
    private final List<Fault> errors = new ArrayList<>();
    private long left;
    private long imported;
    private long skipped;
    private @Nullable Fault end;

    /** @param left how many more memories the person may have */
    ImportRun(CommandDispatcher commands, MemoryShelfStore shelf, UserId owner, Instant now, long left) {
        this.commands = commands;
        this.shelf = shelf;
        this.owner = owner;
        this.now = now;
        this.left = left;
    }

    void fault(Fault fault) {
        if (errors.size() == ImportMemoriesUseCase.MOST_ERRORS - 1) {
            end(fault.number(), "too_many_errors");
        } else if (end == null) {
            errors.add(fault);
        }
    }

    /** Nothing is tried from this line on. */
    void end(int number, String code) {
        if (end == null) {
            end = new Fault(number, code);
        }
    }

    void take(List<Entry> batch) {
        Map<MemoryId, Entry> fresh = new LinkedHashMap<>();
        Map<MemoryId, StoreMemory> stores = new LinkedHashMap<>();
        for (Entry entry : batch) {
            if (end != null && entry.number() >= end.number()) {
                countAsLeftOut(entry);
                continue;
            }
            ImportedMemory memory = new ImportedMemory(owner, entry, now);
            String code = memory.fault();
            if (code != null) {
                fault(new Fault(entry.number(), code));
            } else if (fresh.putIfAbsent(memory.id(), entry) == null) {
                stores.put(memory.id(), memory.store());
            } else {
                skipped++;
            }
        }
        for (MemoryItem known : shelf.findAll(stores.keySet())) {
            stores.remove(known.id());
            skipped++;
        }
        store(fresh, List.copyOf(stores.values()));
    }

    private void store(Map<MemoryId, Entry> entries, List<StoreMemory> stores) {
        List<StoreMemory> fitting = stores.subList(0, (int) Math.min(left, stores.size()));
        long stored = commands.atomically(() -> fitting.stream()
                .filter(store -> !commands.dispatch(store).isEmpty())
                .count());
        imported += stored;
        left -= stored;
        skipped += fitting.size() - stored;
        for (StoreMemory homeless : stores.subList(fitting.size(), stores.size())) {
            Entry entry = entries.get(homeless.id());
            if (entry != null) {
                end(entry.number(), "quota_exceeded");
                countAsLeftOut(entry);
            }
        }
    }

    /** What there was no room for counts as skipped, except the line that is named as the first such. */
    private void countAsLeftOut(Entry entry) {
        if (end != null && end.code().equals("quota_exceeded") && entry.number() > end.number()) {
            skipped++;
        }
    }

    /** Whether everything that could have been imported was refused for want of room. */
    boolean foundNoRoom() {
        return end != null && end.code().equals("quota_exceeded") && imported == 0;
    }

    ImportReport report() {
        List<Fault> all = new ArrayList<>(errors);
        if (end != null) {
            all.add(end);
        }
        all.sort(Comparator.comparingInt(Fault::number));
        return new ImportReport(imported, skipped, all);
    }
}
