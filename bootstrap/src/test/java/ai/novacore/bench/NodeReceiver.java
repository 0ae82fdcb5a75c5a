package ai.novacore.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A bare server for Node.js that verifies with the npm package {@code stripe} and inserts with {@code pg}, into a database of
 * its own on a server that is there.
 */
final class NodeReceiver implements AutoCloseable {
    static final String NAME = "Node.js with stripe and pg";
    private static final String DATABASE = "bare";

    private final OwnProcess process;
    private final int port;
    private final String database;

    private NodeReceiver(OwnProcess process, int port, String database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /**
     * @param databasePort where PostgreSQL listens
     * @param connections how many of the database it may use
     * @throws IOException with a message for people when Node.js or npm are missing, or a package cannot be had
     */
    static NodeReceiver start(Path folder, int databasePort, int connections) throws IOException {
        Path log = folder.resolve("node.log");
        Path server = NpmPackage.install("webhooks", log).resolve("server.mjs");
        String address = "//postgres@127.0.0.1:" + databasePort + "/" + DATABASE;
        createDatabase(jdbc(databasePort, "postgres"));
        int port = OwnProcess.freePort();
        List<String> command = List.of(
                "node",
                server.toString(),
                Integer.toString(port),
                "postgres:" + address,
                Integer.toString(connections));
        Map<String, String> environment = Map.of("NODE_ENV", "production", "WEBHOOK_SECRET", WebhookLoad.SECRET);
        return new NodeReceiver(
                OwnProcess.start(log, command, environment).awaitPort(port), port, jdbc(databasePort, DATABASE));
    }

    static String jdbc(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    private static void createDatabase(String server) throws IOException {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    WebhookTaker taker(Processor databaseProcessor) {
        return new WebhookTaker(NAME, port, database, "webhook", Processor.of(process.handle()), databaseProcessor);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
