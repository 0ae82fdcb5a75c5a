package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps what a member wants remembered, in the tier of facts. */
public final class KeepMemory implements KeepMemoryUseCase {
    static final int MAX_LENGTH = 8_000;

    private static final double IMPORTANCE = 0.8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandDispatcher commands;
    private final MemoryShelfStore shelf;
    private final AccountStore accounts;
    private final TierLimits limits;
    private final ReadModels readModels;
    private final IdGenerator ids;
    private final Clock clock;

    public KeepMemory(
            CommandDispatcher commands,
            MemoryShelfStore shelf,
            AccountStore accounts,
            TierLimits limits,
            ReadModels readModels,
            IdGenerator ids,
            Clock clock) {
        this.commands = commands;
        this.shelf = shelf;
        this.accounts = accounts;
        this.limits = limits;
        this.readModels = readModels;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * {@inheritDoc} The limit is checked against the shelf, so that memories kept at the same moment may together go a
     * little beyond it.
     */
    @Override
    public MemoryItem keep(UserId owner, String content, MemoryKind kind) {
        if (kind != MemoryKind.FACT && kind != MemoryKind.NOTE) {
            throw DomainRejection.invalid("invalid_request", "A member keeps facts and notes.");
        }
        String text = clean(content);
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > MAX_LENGTH) {
            throw DomainRejection.invalid("invalid_request", "A memory has 1 to " + MAX_LENGTH + " characters.");
        }
        Instant now = clock.instant();
        requireRoom(owner, now);
        StoreMemory store = new StoreMemory(
                new MemoryId(ids.next("mem_")),
                Actor.member(owner),
                now,
                owner,
                MemoryTier.ITM,
                kind,
                new PersonalText(text),
                IMPORTANCE,
                List.of(),
                now,
                null,
                null);
        commands.dispatch(store);
        readModels.awaitLatest(PATIENCE);
        return new MemoryItem(
                store.id(),
                owner,
                store.tier(),
                kind,
                text,
                IMPORTANCE,
                now,
                now,
                null,
                null,
                0,
                List.of(),
                Status.ACTIVE,
                null);
    }

    private void requireRoom(UserId owner, Instant now) {
        Tier tier = accounts.find(owner).map(Account::tier).orElse(Tier.FREE);
        long limit = limits.of(tier).memories();
        long used =
                shelf.count(owner).values().stream().mapToLong(Long::longValue).sum();
        if (used >= limit) {
            throw new LimitReached(
                    "quota_exceeded",
                    "memories",
                    limit,
                    used,
                    QuotaId.on(owner, now).resetsAt());
        }
    }

    /** Without white space around it and without characters that are none. */
    private static String clean(String content) {
        StringBuilder kept = new StringBuilder(content.length());
        content.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !isNoCharacter(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isNoCharacter(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
