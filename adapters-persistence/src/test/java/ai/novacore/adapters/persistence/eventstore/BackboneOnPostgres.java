package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.persistence.keys.KeyPersistence;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.axon.Backbone.Followers;
import ai.novacore.application.axon.BackboneStores;
import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.PersonalKeys;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole backbone over a database, put together as the product does, without Spring's container. */
public final class BackboneOnPostgres implements AutoCloseable {
    private final EventStoreConfiguration configuration = new EventStoreConfiguration();

    public final TestDatabase database;
    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final PersonalKeys keys;
    public final PostgresEventStorageEngine engine;
    public final EventTail tail;
    public final Backbone backbone;
    private final NodeSignals signals;

    private BackboneOnPostgres(TestDatabase database, Followers followers, Clock clock) {
        this.database = database;
        DataSource source = database.dataSource();
        PlatformTransactionManager transactions = new JdbcTransactionManager(source);
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(transactions);
        this.keys = new KeyPersistence().personalKeys(JdbcClient.create(source), OnPostgres.MASTERS);
        DomainSerializer serializer = configuration.domainSerializer(keys);
        AppendRelay relay = configuration.appendRelay();
        this.engine = configuration.eventStorageEngine(source, serializer, relay);
        this.tail = configuration.eventTail(engine, source, serializer, relay);
        this.signals = configuration.nodeSignals(source, tail, relay);
        BackboneStores stores = configuration.backboneStores(source, transactions, engine, tail, serializer);
        this.backbone = new Backbone(stores, followers, clock);
    }

    /** Starts a backbone on a database; closing it leaves the database alone. */
    public static BackboneOnPostgres on(TestDatabase database, Followers followers, Clock clock) {
        BackboneOnPostgres started = new BackboneOnPostgres(database, followers, clock);
        started.backbone.start();
        return started;
    }

    public static BackboneOnPostgres on(TestDatabase database, Projection... projections) {
        return on(database, followers(projections), Clock.systemUTC());
    }

    static Followers followers(Projection... projections) {
        return new Followers(List.of(projections), List.<Saga<?>>of(), List.<Effect>of());
    }

    public CommandDispatcher commands() {
        return backbone.commands();
    }

    @Override
    public void close() {
        backbone.close();
        signals.close();
        tail.close();
    }
}
