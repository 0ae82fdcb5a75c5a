package ai.novacore.bootstrap.operations;

import ai.novacore.bootstrap.NovaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When the last backup succeeded, as the script that makes backups writes it: a file of one line, such as
 * {@code 2026-11-22T03:00:41Z}. Without the file there is no such metric, which is what the alert looks for, too.
 */
@Component
class BackupMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(BackupMetrics.class);
    private static final int LONGEST = 64;

    private final @Nullable Path file;
    private final MultiGauge last;
    private volatile boolean complained;

    BackupMetrics(NovaSettings settings, MeterRegistry registry) {
        file = settings.backup().statusFile();
        last = MultiGauge.builder("backup.last.success.timestamp")
                .description("when the last backup succeeded, in seconds since 1970, as its script has noted")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(fixedDelay = 15_000)
    void look() {
        List<Row<?>> rows = success().stream()
                .<Row<?>>map(at -> Row.of(Tags.empty(), at.getEpochSecond()))
                .toList();
        last.register(rows, true);
    }

    private Optional<Instant> success() {
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String line = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            Instant at = Instant.parse(line);
            complained = false;
            return Optional.of(at);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            if (!complained) {
                LOG.warn("The file that tells of the last backup cannot be read: {}", e.toString());
                complained = true;
            }
            return Optional.empty();
        }
    }
}
