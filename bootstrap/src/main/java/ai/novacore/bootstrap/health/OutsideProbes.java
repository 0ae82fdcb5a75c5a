package ai.novacore.bootstrap.health;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Looks at what the product can do without for a while: mail, Stripe, room on the disk. */
final class OutsideProbes {
    static final String MAIL = "mail";
    static final String STRIPE = "stripe";
    static final String DISK = "disk";

    /** The log, and in the profile local the database, need some room to go on. */
    static final long LEAST_ROOM = 256L << 20;

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private OutsideProbes() {}

    /** Whether the mail server lets us in; asked twice a minute at the most. */
    static Probe mail(JavaMailSenderImpl sender) {
        return new Probe(MAIL, Duration.ofSeconds(30), LIMIT, () -> {
            try {
                sender.testConnection();
                return Finding.UP;
            } catch (MessagingException e) {
                return Finding.down("the mail server does not let us in");
            }
        });
    }

    static Probe developmentMailbox() {
        return new Probe(MAIL, Duration.ZERO, LIMIT, () -> Finding.up("the development mailbox"));
    }

    /** From what calls have noticed: Stripe is not asked for the sake of this. */
    static Probe stripe(BooleanSupplier isAsked) {
        return new Probe(
                STRIPE,
                Duration.ZERO,
                LIMIT,
                () -> isAsked.getAsBoolean()
                        ? Finding.UP
                        : Finding.down("failed too often just now and is not asked for some seconds"));
    }

    static Probe disk(LongSupplier room) {
        return new Probe(DISK, Duration.ofSeconds(5), LIMIT, () -> {
            long left = room.getAsLong();
            return left < LEAST_ROOM ? Finding.down((left >> 20) + " MiB are left") : Finding.UP;
        });
    }

    /** The room where a path is, or is to be. */
    static LongSupplier roomAt(Path path) {
        return () -> {
            try {
                Path there = path.toAbsolutePath();
                while (there != null && !Files.exists(there)) {
                    there = there.getParent();
                }
                FileStore store = Files.getFileStore(there == null ? Path.of(".") : there);
                return store.getUsableSpace();
            } catch (IOException e) {
                throw new IllegalStateException("the disk cannot be seen", e);
            }
        };
    }
}
