package ai.novacore.adapters.persistence.keys;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.shared.PersonalKeysContract;
import ai.novacore.application.shared.port.out.PersonalKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OnPostgres.class)
class KeepingPersonalKeysInPostgres extends PersonalKeysContract {
    private final JdbcClient jdbc = OnPostgres.bean(JdbcClient.class);
    private final PersonalKeys keys = new KeyPersistence().personalKeys(jdbc, OnPostgres.MASTERS);

    @BeforeEach
    void nobodyHasAKey() {
        OnPostgres.database().execute("truncate eventstore.personal_key");
    }

    @Override
    protected PersonalKeys keys() {
        return keys;
    }
}
