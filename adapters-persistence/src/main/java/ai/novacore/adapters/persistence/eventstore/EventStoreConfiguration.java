package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.BackboneStores;
import ai.novacore.application.axon.DomainSerializer;
import ai.novacore.application.backbone.port.out.DeadLetterStore;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.application.support.port.out.HistoryLog;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores of the backbone on one {@link DataSource}, in the transactions of one transaction manager. */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    @Bean
    DomainSerializer domainSerializer(PersonalKeys keys) {
        return new DomainSerializer(keys);
    }

    @Bean
    AppendRelay appendRelay() {
        return new AppendRelay();
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(DataSource database, DomainSerializer serializer, AppendRelay relay) {
        return new PostgresEventStorageEngine(new JdbcTemplate(database), serializer, relay);
    }

    @Bean(destroyMethod = "close")
    EventTail eventTail(
            PostgresEventStorageEngine engine, DataSource database, DomainSerializer serializer, AppendRelay relay) {
        EventTail tail = new EventTail(engine, new NotedPlaces(new JdbcTemplate(database), serializer));
        relay.to(tail);
        return tail;
    }

    @Bean(destroyMethod = "close")
    NodeSignals nodeSignals(DataSource database, EventTail tail, AppendRelay relay) {
        NodeSignals signals = new NodeSignals(database, tail::lookAgain);
        relay.to(signals);
        signals.start();
        return signals;
    }

    @Bean
    EventLog eventLog(DataSource database, DomainSerializer serializer) {
        return new PostgresEventLog(new JdbcTemplate(database), serializer);
    }

    @Bean
    DeadLetterStore deadLetterStore(DataSource database) {
        return new JdbcDeadLetterStore(JdbcClient.create(database));
    }

    @Bean
    LogReader logReader(PostgresEventStorageEngine engine, DataSource database) {
        return new LogReader(engine, new JdbcTemplate(database));
    }

    @Bean
    ProcessorClaims processorClaims(DataSource database, DomainSerializer serializer) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        return new ProcessorClaims(jdbc, new NotedPlaces(jdbc, serializer));
    }

    @Bean
    HistoryLog historyLog(DataSource database, DomainSerializer serializer, PlatformTransactionManager transactions) {
        return new PostgresHistoryLog(new JdbcTemplate(database), serializer, transactions);
    }

    @Bean
    BackboneStores backboneStores(
            DataSource database,
            PlatformTransactionManager transactions,
            PostgresEventStorageEngine engine,
            EventTail tail,
            DomainSerializer serializer) {
        TransactionManager axonTransactions = new SpringTransactionManager(transactions);
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(database);
        BackboneTables tables = new BackboneTables(connections, axonTransactions, serializer);
        TransactionTemplate sameTransaction = new TransactionTemplate(transactions);
        Runnable giveUpBatch = () -> sameTransaction.executeWithoutResult(transaction -> transaction.setRollbackOnly());
        Runnable writeDown = () -> sameTransaction.executeWithoutResult(transaction -> transaction.flush());
        return new BackboneStores(
                engine,
                tail,
                tables.tokens(),
                tables.sagas(),
                tables::deadLetters,
                axonTransactions,
                new SuspectIsolation(transactions, giveUpBatch, writeDown),
                serializer);
    }
}
