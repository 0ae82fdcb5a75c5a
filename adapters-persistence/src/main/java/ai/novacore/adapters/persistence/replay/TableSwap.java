package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.SearchPath;
import ai.novacore.adapters.persistence.eventstore.LogPosition;
import ai.novacore.adapters.persistence.eventstore.ProcessorClaims;
import ai.novacore.adapters.persistence.replay.DerivedTables.Derived;
import ai.novacore.application.backbone.port.out.ReadModelCopies.BusyException;
import ai.novacore.application.backbone.port.out.ReadModelCopies.LastWord;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Outcome;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a copy in the place of the tables that are read. The processor's claim is taken first, so that it stands still; its
 * tables are then compared under a lock that only writers wait for, and only the exchange itself locks readers out, for no
 * longer than {@value #READERS_WAIT_MILLIS} ms. Whatever is in use for longer makes this try again.
 */
final class TableSwap {
    /** How owners of claims begin that are replays. */
    static final String OWNERS = "replay:";

    static final int READERS_WAIT_MILLIS = 500;
    private static final int WRITERS_WAIT_MILLIS = 3_000;
    private static final int TRIES = 20;
    private static final int PAUSE_MILLIS = 250;

    /** A lock could not be had in time, or was in the way of another's. */
    private static final Set<String> IN_USE = Set.of("55P03", "40P01");

    private static final Duration LONGEST_COMPARISON = Duration.ofMinutes(10);

    private final String processor;
    private final String schema;
    private final String owner;
    private final List<Derived> tables;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ProcessorClaims claims;
    private final Clock clock;

    TableSwap(
            String processor,
            String schema,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ProcessorClaims claims,
            Clock clock) {
        this.processor = processor;
        this.schema = schema;
        this.owner = OWNERS + schema;
        this.tables = DerivedTables.of(processor);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param foldTo brings the copy to a place */
    Outcome swap(boolean whenDifferent, LastWord last, Consumer<LogPosition> foldTo) {
        tables.forEach(table -> run("analyze %s.\"%s\"".formatted(schema, table.name())));
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(whenDifferent, last, foldTo);
                } catch (DataAccessException e) {
                    if (!isInUse(e)) {
                        throw e;
                    }
                    if (attempt == TRIES) {
                        throw new BusyException("the read model was in use at all of " + TRIES + " attempts", e);
                    }
                    pause();
                }
            }
        } finally {
            claims.release(processor, owner);
        }
    }

    private static boolean isInUse(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && IN_USE.contains(cause.getSQLState());
    }

    private Outcome attempt(boolean whenDifferent, LastWord last, Consumer<LogPosition> foldTo) {
        if (!claims.take(processor, owner, clock.instant().plus(LONGEST_COMPARISON))) {
            throw new IllegalStateException("the processor has no place of its own in the log");
        }
        foldTo.accept(claims.placeOf(processor));
        Outcome outcome = transaction.execute(running -> {
            // Those of the copy too, which keeps a vacuum that nobody asked for from being in the way later.
            lock(names(SearchPath.READ_MODELS) + ", " + names(schema), "share", WRITERS_WAIT_MILLIS);
            List<Difference> differences = new TableComparison(jdbc).differences(tables, schema);
            if (!differences.isEmpty() && !whenDifferent) {
                return new Outcome(false, differences, Duration.ZERO);
            }
            long began = System.nanoTime();
            lock(names(SearchPath.READ_MODELS), "access exclusive", READERS_WAIT_MILLIS);
            exchange();
            claims.dropDeadLetters(processor);
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            boolean agreed = last.agree(differences, waited) && claims.release(processor, owner);
            if (!agreed) {
                running.setRollbackOnly();
            }
            return new Outcome(agreed, differences, waited);
        });
        return Objects.requireNonNull(outcome);
    }

    private void lock(String which, String mode, int atMostMillis) {
        run("set local lock_timeout = " + atMostMillis);
        run("lock table " + which + " in " + mode + " mode");
    }

    private void exchange() {
        run("drop table " + names(SearchPath.READ_MODELS));
        tables.forEach(table ->
                run("alter table %s.\"%s\" set schema %s".formatted(schema, table.name(), SearchPath.READ_MODELS)));
    }

    private String names(String of) {
        return tables.stream().map(table -> of + ".\"" + table.name() + '"').collect(Collectors.joining(", "));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted", e);
        }
    }
}
