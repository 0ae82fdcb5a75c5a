package ai.novacore.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class LookingAtParts {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void takesWhatItFoundForGoodAsLongAsItIsFresh() {
        AtomicInteger looks = new AtomicInteger();
        Probe probe = new Probe("part", LONG, LONG, () -> Finding.up("look " + looks.incrementAndGet()));

        assertThat(probe.finding()).isEqualTo(Finding.up("look 1"));
        assertThat(probe.finding()).isEqualTo(Finding.up("look 1"));
    }

    @Test
    void looksAgainWhenItIsNot() {
        AtomicInteger looks = new AtomicInteger();
        Probe probe = new Probe("part", Duration.ZERO, LONG, () -> Finding.up("look " + looks.incrementAndGet()));

        assertThat(probe.finding()).isEqualTo(Finding.up("look 1"));
        assertThat(probe.finding()).isEqualTo(Finding.up("look 2"));
    }

    @Test
    void waitsNoLongerThanItsTimeAndDoesNotLookTwiceAtOnce() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        Probe probe = new Probe("part", Duration.ZERO, Duration.ofMillis(50), () -> {
            looks.incrementAndGet();
            awaitQuietly(answer);
            return Finding.UP;
        });

        assertThat(probe.finding().up()).isFalse();
        assertThat(probe.finding().up()).isFalse();
        assertThat(looks).hasValue(1);
        answer.countDown();
    }

    @Test
    void takesAFailureForDown() {
        Probe probe = new Probe("part", LONG, LONG, () -> {
            throw new IllegalStateException("broken, with a secret");
        });

        assertThat(probe.finding()).isEqualTo(Finding.down("fails when it is looked at"));
    }

    @Test
    void seesADatabaseThatIsThere() {
        try (TestDatabase database = TestDatabase.fresh();
                HikariDataSource pool = pool(database.url())) {
            assertThat(down(new DatabaseProbes(pool, "1"))).isEmpty();
            assertThat(down(new DatabaseProbes(pool, "1000000"))).containsExactly("migrations");
        }
    }

    @Test
    void seesThatNothingIsKnownWithoutTheDatabase() throws IOException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:" + closedPort() + "/nova?user=postgres");

            assertThat(down(new DatabaseProbes(pool, "1"))).contains("database", "eventStore", "migrations");
        }
    }

    @Test
    void seesWhetherTheMailServerLetsUsIn() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server));
            assertThat(OutsideProbes.mail(sender(server.getLocalPort())).finding())
                    .isEqualTo(Finding.UP);
        }
        assertThat(OutsideProbes.mail(sender(closedPort())).finding().up()).isFalse();
    }

    @Test
    void seesWhetherThereIsRoomOnTheDisk() {
        assertThat(OutsideProbes.disk(() -> OutsideProbes.LEAST_ROOM).finding().up())
                .isTrue();
        assertThat(OutsideProbes.disk(() -> OutsideProbes.LEAST_ROOM - 1)
                        .finding()
                        .up())
                .isFalse();
        assertThat(OutsideProbes.roomAt(Path.of("not", "there", "yet")).getAsLong())
                .isPositive();
    }

    private static Set<String> down(DatabaseProbes probes) {
        Set<String> names = new TreeSet<>();
        for (Probe probe : List.copyOf(probes.all())) {
            if (!probe.finding().up()) {
                names.add(probe.name());
            }
        }
        return names;
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        try (var _ = pool.getConnection()) {
            return pool;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        return sender;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** As much of SMTP as it takes to be let in. */
    private static void greet(ServerSocket server) {
        try (Socket client = server.accept();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 mail.example");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                say(client, line.toUpperCase(Locale.ROOT).startsWith("QUIT") ? "221 bye" : "250 mail.example");
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
