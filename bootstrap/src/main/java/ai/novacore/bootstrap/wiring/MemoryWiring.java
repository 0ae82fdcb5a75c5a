package ai.novacore.bootstrap.wiring;

import ai.novacore.application.memory.CountMemories;
import ai.novacore.application.memory.ImportMemories;
import ai.novacore.application.memory.KeepMemory;
import ai.novacore.application.memory.MakeRoom;
import ai.novacore.application.memory.ManageMemories;
import ai.novacore.application.memory.MeasuredMemoryQuery;
import ai.novacore.application.memory.MemoryHistory;
import ai.novacore.application.memory.MemoryReader;
import ai.novacore.application.memory.MemoryRoom;
import ai.novacore.application.memory.RebuildMemoryIndex;
import ai.novacore.application.memory.port.in.ImportMemoriesUseCase;
import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.in.ManageMemoriesUseCase;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.in.RebuildMemoryIndexUseCase;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.out.AccountStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members do with their memories. */
@Configuration(proxyBeanMethods = false)
class MemoryWiring {

    @Bean
    MemoryQuery memoryQuery(
            MemoryShelfStore shelf, MemoryIndex index, Embedder embedder, Clock clock, MeterRegistry meters) {
        return new MeasuredMemoryQuery(new MemoryReader(shelf, index, embedder, clock), meters);
    }

    @Bean
    RebuildMemoryIndexUseCase rebuildMemoryIndex(EventLog log, MemoryIndex index, Embedder embedder) {
        return new RebuildMemoryIndex(log, index, embedder);
    }

    @Bean
    MemoryHistoryQuery memoryHistory(EventLog log) {
        return new MemoryHistory(log);
    }

    @Bean
    MemoryRoom memoryRoom(MemoryShelfStore shelf, AccountStore accounts, TierLimits limits, MeterRegistry meters) {
        return new MemoryRoom(shelf, accounts, limits, meters);
    }

    @Bean
    KeepMemoryUseCase keepMemory(
            CommandDispatcher commands, MemoryRoom room, ReadModels readModels, IdGenerator ids, Clock clock) {
        return new KeepMemory(commands, room, readModels, ids, clock);
    }

    @Bean
    ManageMemoriesUseCase manageMemories(
            CommandDispatcher commands, MemoryShelfStore shelf, MemoryRoom room, ReadModels readModels, Clock clock) {
        return new ManageMemories(commands, shelf, room, readModels, clock);
    }

    @Bean
    ImportMemoriesUseCase importMemories(
            CommandDispatcher commands, MemoryShelfStore shelf, MemoryRoom room, ReadModels readModels, Clock clock) {
        return new ImportMemories(commands, shelf, room, readModels, clock);
    }

    @Bean(CountMemories.NAME)
    Effect countMemories(MeterRegistry meters) {
        return new CountMemories(meters);
    }

    @Bean(MakeRoom.NAME)
    Effect makeRoom(MemoryRoom room, MemoryShelfStore shelf, CommandDispatcher commands, Clock clock) {
        return new MakeRoom(room, shelf, commands, clock);
    }
}
