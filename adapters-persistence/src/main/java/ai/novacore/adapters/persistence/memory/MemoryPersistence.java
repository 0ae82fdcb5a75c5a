package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.SearchPath;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryEntries;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.port.out.WordAnalyzer;
import ai.novacore.application.reflection.port.out.ReflectionStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The memories' part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class MemoryPersistence {
    /** The name of the bean of the entries that are searched, whatever copy is being built. */
    public static final String SHOWN = "shownMemoryEntries";

    @Bean
    MemoryShelfStore memoryShelfStore(ShelfRows rows) {
        return new JpaMemoryShelfStore(rows);
    }

    @Bean
    WordAnalyzer wordAnalyzer() {
        return new LuceneWordAnalyzer();
    }

    /** The entries that are searched, also where a replay writes into a copy of them. */
    @Bean(SHOWN)
    MemoryEntries shownMemoryEntries(JdbcClient jdbc) {
        return new IndexTable(
                jdbc, SearchPath.READ_MODELS + ".memory_index", SearchPath.READ_MODELS + ".memory_index_state");
    }

    @Bean
    MemoryIndex memoryIndex(JdbcClient jdbc, WordAnalyzer analyzer) {
        return new PostgresMemoryIndex(jdbc, analyzer);
    }

    @Bean
    MemoryCensus memoryCensus(JdbcClient jdbc) {
        return new JdbcMemoryCensus(jdbc);
    }

    @Bean
    DistillationRuns distillationRuns(JdbcClient jdbc) {
        return new JdbcDistillationRuns(jdbc);
    }

    @Bean
    MemoryRunStore memoryRunStore(JdbcClient jdbc) {
        return new JdbcMemoryRunStore(jdbc);
    }

    @Bean
    ReflectionStore reflectionStore(JdbcClient jdbc) {
        return new JdbcReflectionStore(jdbc);
    }
}
