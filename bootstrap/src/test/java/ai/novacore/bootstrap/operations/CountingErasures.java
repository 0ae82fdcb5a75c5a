package ai.novacore.bootstrap.operations;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingErasures {

    @Test
    void showsHowManyArePending() {
        InMemoryAccounts accounts = new InMemoryAccounts();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ErasureMetrics metrics = new ErasureMetrics(accounts, meters);
        accounts.save(account("usr_ada", Standing.ACTIVE));
        accounts.save(account("usr_bob", Standing.CLOSING));
        accounts.save(account("usr_eve", Standing.CLOSING));

        metrics.count();

        assertThat(meters.get("erasures.pending").gauge().value()).isEqualTo(2);
    }

    private static Account account(String id, Standing standing) {
        return new Account(new UserId(id), id + "@example.org", "Ada", null, Tier.FREE, List.of(), standing, NOON);
    }
}
