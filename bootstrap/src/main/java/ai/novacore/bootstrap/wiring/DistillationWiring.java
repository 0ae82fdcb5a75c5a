package ai.novacore.bootstrap.wiring;

import ai.novacore.application.memory.distillation.DistillMemories;
import ai.novacore.application.memory.distillation.DistillationMetrics;
import ai.novacore.application.memory.distillation.RunReader;
import ai.novacore.application.memory.distillation.UndoRun;
import ai.novacore.application.memory.port.in.DistillUseCase;
import ai.novacore.application.memory.port.in.MemoryRunQuery;
import ai.novacore.application.memory.port.in.UndoRunUseCase;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryRunProjection;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.bootstrap.NovaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of memories with time, and taking it back. */
@Configuration(proxyBeanMethods = false)
class DistillationWiring {

    @Bean
    Projection memoryRunProjection(MemoryRunStore runs) {
        return new MemoryRunProjection(runs);
    }

    @Bean
    DistillMemories.Stores distillationStores(
            MemoryCensus census,
            MemoryShelfStore shelf,
            MemoryIndex index,
            MemoryRunStore changes,
            DistillationRuns runs) {
        return new DistillMemories.Stores(census, shelf, index, changes, runs);
    }

    @Bean
    DistillUseCase distillMemories(
            DistillMemories.Stores stores,
            CommandDispatcher commands,
            ReadModels readModels,
            NovaSettings settings,
            MeterRegistry meters,
            IdGenerator ids,
            Clock clock) {
        return new DistillMemories(
                stores,
                commands,
                readModels,
                settings.memory().distillation().rules(),
                new DistillationMetrics(meters),
                ids,
                clock);
    }

    @Bean
    UndoRunUseCase undoRun(
            MemoryRunStore changes,
            DistillationRuns runs,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        return new UndoRun(changes, runs, commands, readModels, clock);
    }

    @Bean
    MemoryRunQuery memoryRuns(MemoryRunStore runs) {
        return new RunReader(runs);
    }
}
