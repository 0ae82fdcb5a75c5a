package ai.novacore.application.memory.distillation;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Memories of all sorts, some of which say the same; the same ones for the same seed. */
public final class Population {
    private static final Actor ACTOR = Actor.system("population");
    private static final List<String> TEXTS = List.of(
            "Likes tea.",
            "likes the tea",
            "Does not like tea.",
            "Has 2 cats.",
            "Has 3 cats.",
            "has 2 cats",
            "Lives in Berlin.",
            "Lives in Bern.",
            "Works as a nurse.",
            "works as a nurse!",
            "Plays the cello.",
            "Ben is older than Ada.",
            "Ada is older than Ben.",
            "Bakes on Sundays.",
            "bakes on Sundays",
            "Dreams of the sea.");
    private static final int PAGE = 200;

    private final Random random;
    private final Instant night;
    private final List<DomainCommand> commands = new ArrayList<>();

    private Population(long seed, Instant night) {
        this.random = new Random(seed);
        this.night = night;
    }

    public static void settle(CommandDispatcher dispatcher, long seed, int members, int memories, Instant night) {
        Population population = new Population(seed, night);
        for (int i = 0; i < memories; i++) {
            population.memory(String.format("%05d", i), new UserId("usr_" + i % members));
        }
        List<DomainCommand> all = population.commands;
        for (int from = 0; from < all.size(); from += PAGE) {
            List<DomainCommand> page = all.subList(from, Math.min(all.size(), from + PAGE));
            dispatcher.atomically(() -> {
                page.forEach(dispatcher::dispatch);
                return page;
            });
        }
    }

    private void memory(String number, UserId owner) {
        MemoryTier tier = any(MemoryTier.values());
        MemoryKind kind = any(MemoryKind.values());
        long oldest = Duration.ofDays(tier == MemoryTier.STM ? 5 : 250).toSeconds();
        long age = 60 + random.nextLong(oldest);
        Instant at = night.minusSeconds(age);
        MemoryId id = new MemoryId("mem_" + number);
        commands.add(new StoreMemory(
                id,
                ACTOR,
                at,
                owner,
                tier,
                kind,
                new PersonalText(TEXTS.get(random.nextInt(TEXTS.size()))),
                random.nextInt(11) / 10.0,
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(turn -> new Evidence(
                                new ConversationId("cnv_" + number), new TurnId("trn_" + number + "x" + turn)))
                        .toList(),
                at,
                null,
                null));
        int recalls = Math.max(0, random.nextInt(6) - 2);
        for (int i = 0; i < recalls; i++) {
            Instant recalled = night.minusSeconds(age - age * i / 4);
            commands.add(new RecallMemory(id, ACTOR, recalled, owner, new TurnId("trn_r" + number + "x" + i)));
        }
    }

    private <T> T any(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
