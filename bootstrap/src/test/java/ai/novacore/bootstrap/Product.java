package ai.novacore.bootstrap;

import ai.novacore.adapters.persistence.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product, started in this JVM on free ports; on a database of its own unless it is given one. */
public final class Product implements AutoCloseable {
    /** Tests ask more often than people do. */
    static final List<String> GENEROUS = Stream.of("limits.open-routes", "tiers.free", "tiers.basic", "tiers.pro")
            .flatMap(who ->
                    Stream.of("requests-per-minute", "burst").map(what -> "--nova." + who + "." + what + "=1000000"))
            .toList();

    private final Path data;
    private final ConfigurableApplicationContext context;
    private final List<AutoCloseable> owned = new ArrayList<>();

    private Product(TestDatabase database, boolean ownsDatabase, List<Class<?>> more, List<String> settings) {
        this.data = temporaryFolder();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--nova.public-url=http://localhost:8080",
                "--nova.data=" + data,
                "--nova.database-url=" + database.url(),
                "--nova.ollama.base-url=http://localhost:1",
                "--nova.stand-in.pace=0ms",
                "--logging.threshold.console=ERROR"));
        arguments.addAll(GENEROUS);
        settings.forEach(setting -> {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(setting);
        });
        SpringApplication application = NovaCore.application();
        application.addPrimarySources(more);
        this.context = application.run(arguments.toArray(String[]::new));
        if (ownsDatabase) {
            owned.add(database);
        }
    }

    /** A product of its own for a test. */
    public static Product start(String... settings) {
        return new Product(TestDatabase.fresh(), true, List.of(), List.of(settings));
    }

    /** A product on a database that outlives it. */
    public static Product startOn(TestDatabase database, String... settings) {
        return new Product(database, false, List.of(), List.of(settings));
    }

    /** A product on a database that outlives it, with beans of a test's own that go before the product's. */
    static Product startOn(TestDatabase database, Class<?> beans, String... settings) {
        return new Product(database, false, List.of(beans), List.of(settings));
    }

    /** The product that all tests share which do not change how it is set up; each brings its own people. */
    public static Product shared() {
        return Shared.PRODUCT;
    }

    private static final class Shared {
        private static final Product PRODUCT = start();

        static {
            TestDatabase.beforeServerStops(PRODUCT::close);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("nova-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    public Path data() {
        return data;
    }

    URI managementAddress() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.management.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    /** Somebody without an account. */
    Caller caller() {
        return new Caller(address());
    }

    @Override
    public void close() {
        context.close();
        try {
            for (AutoCloseable closeable : owned) {
                closeable.close();
            }
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
