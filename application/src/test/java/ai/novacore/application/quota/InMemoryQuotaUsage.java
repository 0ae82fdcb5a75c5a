package ai.novacore.application.quota;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Daily usage in memory, added up anew from the turns of the day at each look. */
public final class InMemoryQuotaUsage implements QuotaUsageStore {
    private final Map<QuotaId, Allowance> allowances = new HashMap<>();
    private final Map<QuotaId, Map<TurnId, Share>> turns = new HashMap<>();

    private final Map<QuotaId, List<Warning>> warnings = new HashMap<>();

    /** What a turn adds to the sums of its day. */
    private record Share(boolean open, long reservedTokens, long usedTokens, long usedMessages) {}

    @Override
    public synchronized Optional<QuotaUsage> find(QuotaId id) {
        return Optional.ofNullable(allowances.get(id)).map(allowance -> sum(id, allowance));
    }

    @Override
    public synchronized List<QuotaId> since(LocalDate first, @Nullable QuotaId after, int limit) {
        return allowances.keySet().stream()
                .filter(id -> !id.day().isBefore(first))
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(QuotaId::value))
                .limit(limit)
                .toList();
    }

    private QuotaUsage sum(QuotaId id, Allowance allowance) {
        Collection<Share> shares = turns.getOrDefault(id, Map.of()).values();
        return new QuotaUsage(
                id,
                allowance,
                shares.stream().mapToLong(Share::usedTokens).sum(),
                shares.stream().mapToLong(Share::usedMessages).sum(),
                shares.stream().mapToLong(Share::reservedTokens).sum(),
                shares.stream().filter(Share::open).count(),
                warnings.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized void saveAllowance(QuotaId id, Allowance allowance) {
        allowances.put(id, allowance);
        warnings.remove(id);
    }

    @Override
    public synchronized void reserve(QuotaId id, TurnId turn, long tokens) {
        if (!allowances.containsKey(id)) {
            return;
        }
        turns.computeIfAbsent(id, day -> new HashMap<>()).putIfAbsent(turn, new Share(true, tokens, 0, 0));
    }

    @Override
    public synchronized void end(QuotaId id, TurnId turn, long usedTokens, long usedMessages) {
        if (!allowances.containsKey(id)) {
            return;
        }
        Map<TurnId, Share> day = turns.getOrDefault(id, Map.of());
        Share share = day.get(turn);
        if (share == null) {
            throw new IllegalStateException("no such reservation");
        }
        if (share.open()) {
            day.put(turn, new Share(false, 0, usedTokens, usedMessages));
        }
    }

    @Override
    public synchronized void warn(QuotaId id, Warning warning) {
        List<Warning> given = warnings.computeIfAbsent(id, day -> new ArrayList<>());
        boolean known = given.stream()
                .anyMatch(one -> one.resource() == warning.resource() && one.percent() == warning.percent());
        if (allowances.containsKey(id) && !known) {
            given.add(warning);
        }
    }

    @Override
    public synchronized void removeAll(UserId user) {
        allowances.keySet().removeIf(day -> day.user().equals(user));
        warnings.keySet().removeIf(day -> day.user().equals(user));
        turns.keySet().removeIf(day -> day.user().equals(user));
    }
}
