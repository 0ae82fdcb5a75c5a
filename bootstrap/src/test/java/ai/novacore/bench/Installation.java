package ai.novacore.bench;

import ai.novacore.application.axon.Backbone;
import ai.novacore.application.axon.BackboneStores;
import ai.novacore.application.conversation.RunningTurns;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.bootstrap.NovaCore;
import ai.novacore.bootstrap.database.EmbeddedDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The real application with its embedded, durable PostgreSQL in a folder of its own, and beside it, in a second database
 * of the same server, the backbone alone.
 */
final class Installation implements AutoCloseable {
    private static final String UNLIMITED = "1000000000";

    private final Path folder;
    private final ModelProbe probe = new ModelProbe();
    private ConfigurableApplicationContext product;
    private ConfigurableApplicationContext bare;

    private Installation(Path folder) {
        this.folder = folder;
    }

    static Installation start() throws IOException {
        Path build = Path.of("bootstrap", "target");
        // Not the folder for temporary files: that may be in memory, where every commit is free.
        Installation installation = new Installation(
                Files.createTempDirectory(Files.isDirectory(build) ? build : Path.of(""), "bench-data-")
                        .toAbsolutePath());
        try {
            installation.startProduct();
            installation.startBare();
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private void startProduct() {
        product = new SpringApplicationBuilder(NovaCore.class, EmptyRoute.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(probe))
                .profiles("local")
                .run(
                        "--nova.data=" + folder,
                        "--nova.database-url=",
                        "--nova.public-url=http://localhost",
                        "--nova.ollama.base-url=http://127.0.0.1:1",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.threshold.console=OFF",
                        "--nova.streams.sockets-per-member=" + UNLIMITED,
                        "--nova.tiers.free.messages-per-day=" + UNLIMITED,
                        "--nova.tiers.free.tokens-per-day=" + UNLIMITED,
                        "--nova.tiers.free.memories=" + UNLIMITED,
                        "--nova.tiers.free.requests-per-minute=" + UNLIMITED,
                        "--nova.tiers.free.burst=" + UNLIMITED,
                        "--nova.limits.open-routes.requests-per-minute=" + UNLIMITED,
                        "--nova.limits.open-routes.burst=" + UNLIMITED);
    }

    private void startBare() {
        new JdbcTemplate(product.getBean(DataSource.class)).execute("create database bare");
        String url = product.getBean(EmbeddedDatabase.class).jdbcUrl().replace("/postgres?", "/bare?");
        bare = new SpringApplicationBuilder(BareBackbone.class)
                .web(WebApplicationType.NONE)
                .profiles("local")
                .run("--nova.data=" + folder, "--bench.database=" + url, "--logging.threshold.console=OFF");
    }

    /** The machine and what makes commits durable, as the database says it. */
    String description() {
        JdbcTemplate database = new JdbcTemplate(bareDatabase());
        return "%d processors, Java %s, PostgreSQL %s, fsync %s, synchronous_commit %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        database.queryForObject("show server_version", String.class),
                        database.queryForObject("show fsync", String.class),
                        database.queryForObject("show synchronous_commit", String.class));
    }

    <T> T bean(Class<T> type) {
        return product.getBean(type);
    }

    CommandDispatcher commands() {
        return bean(Backbone.class).commands();
    }

    ReadModels readModels() {
        return bean(ReadModels.class);
    }

    ModelProbe probe() {
        return probe;
    }

    /** A member of the product, known to its door. */
    Visitor visitor() {
        return Visitor.register(port(), readModels());
    }

    int port() {
        return product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Waits until no answer is under way, and nobody has a WebSocket open. */
    void awaitNoStreams() {
        Gauge sockets =
                bean(MeterRegistry.class).get("websocket.connections.active").gauge();
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (bean(RunningTurns.class).count() > 0 || sockets.value() > 0) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("what was closed is still open");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    CommandDispatcher bareCommands() {
        return bare.getBean(Backbone.class).commands();
    }

    <T> T bareBean(Class<T> type) {
        return bare.getBean(type);
    }

    DataSource bareDatabase() {
        return bare.getBean(DataSource.class);
    }

    PersonalKeys bareKeys() {
        return bare.getBean(PersonalKeys.class);
    }

    BackboneStores bareStores() {
        return bare.getBean(BackboneStores.class);
    }

    QuotaUsageStore bareUsage() {
        return bare.getBean(QuotaUsageStore.class);
    }

    @Override
    public void close() throws IOException {
        if (bare != null) {
            bare.close();
        }
        if (product != null) {
            product.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
