package ai.novacore.domain.memory;

import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of Ada's taste in tea, and what has happened to that memory. */
final class MemoryExamples {
    static final UserId ADA = new UserId("usr_ada");
    static final UserId BOB = new UserId("usr_bob");
    static final Actor ACTOR = Actor.member(ADA);
    static final Actor WORKER = Actor.system("distillation");
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final Instant SAID = NOON.minus(Duration.ofDays(2));
    static final MemoryId TASTE = new MemoryId("mem_taste");
    static final MemoryId OTHER = new MemoryId("mem_other");
    static final MemoryId THIRD = new MemoryId("mem_third");
    static final RunId RUN = new RunId("run_1");
    static final RunId LATER_RUN = new RunId("run_2");
    static final TurnId TURN = new TurnId("trn_9");
    static final PersonalText TEXT = new PersonalText("Ada likes tea.");
    static final PersonalText BETTER = new PersonalText("Ada likes green tea.");
    static final PersonalText BEST = new PersonalText("Ada likes sencha.");
    static final PersonalText THREAD = new PersonalText("cnv_tea");
    static final Evidence FIRST = evidence(1);
    static final Evidence SECOND = evidence(2);
    static final Evidence THIRD_EVIDENCE = evidence(3);

    static final MemoryStored STORED = new MemoryStored(
            TASTE, NOON, ADA, MemoryTier.STM, MemoryKind.FACT, TEXT, 0.5, List.of(FIRST), SAID, THREAD, null);
    static final MemoryForgotten FORGOTTEN = forgotten(ForgetReason.MEMBER, null);
    static final MemoryForgotten ERASED = forgotten(ForgetReason.ERASURE, null);

    private MemoryExamples() {}

    static Evidence evidence(int turn) {
        return new Evidence(new ConversationId("cnv_tea"), new TurnId("trn_" + turn));
    }

    static MemoryRecalled recalled(TurnId turn) {
        return new MemoryRecalled(TASTE, NOON, ADA, turn);
    }

    static MemoryPromoted promoted(MemoryTier from, MemoryTier to, @Nullable RunId run) {
        return new MemoryPromoted(TASTE, NOON, ADA, from, to, 0.7, run);
    }

    static MemoryMerged merged(MemoryId absorbed, @Nullable RunId run, Evidence... added) {
        return new MemoryMerged(TASTE, NOON, ADA, absorbed, List.of(added), run);
    }

    static MemorySupported supported(@Nullable RunId run, Evidence... added) {
        return new MemorySupported(TASTE, NOON, ADA, List.of(added), run);
    }

    static MemoryStored storedBy(RunId run) {
        return new MemoryStored(
                TASTE, NOON, ADA, MemoryTier.STM, MemoryKind.FACT, TEXT, 0.5, List.of(FIRST), SAID, THREAD, run);
    }

    static MemorySuperseded superseded(MemoryId by, @Nullable RunId run) {
        return new MemorySuperseded(TASTE, NOON, ADA, by, "contradiction", run);
    }

    static MemoryRevised revised(PersonalText text) {
        return new MemoryRevised(TASTE, NOON, ADA, text);
    }

    static MemoryForgotten forgotten(ForgetReason reason, @Nullable RunId run) {
        return new MemoryForgotten(TASTE, NOON, ADA, reason, run);
    }

    static MemoryRestored restored(MemoryTier tier, PersonalText text, @Nullable RunId undone, Evidence... evidence) {
        return new MemoryRestored(TASTE, NOON, ADA, tier, text, List.of(evidence), undone);
    }
}
