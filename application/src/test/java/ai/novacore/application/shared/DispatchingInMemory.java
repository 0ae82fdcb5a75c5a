package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DispatchingInMemory extends CommandDispatcherContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final QuotaId TODAY = QuotaId.on(new UserId("usr_ada"), NOON);
    private static final Actor ACTOR = Actor.system("test");
    private static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    private static final Allowance PRO = new Allowance(Tier.PRO, 5_000, 5_000_000);
    private static final OpenQuota OPEN = new OpenQuota(TODAY, ACTOR, NOON, FREE);
    private static final SettleUsage REJECTED =
            new SettleUsage(TODAY, ACTOR, NOON, new TurnId("trn_1"), "llama3.2", 1, 1);

    private final InMemoryCommandDispatcher dispatcher = new InMemoryCommandDispatcher();

    @Override
    protected CommandDispatcher dispatcher() {
        return dispatcher;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends CommandDispatcherContract {
        @Override
        protected CommandDispatcher dispatcher() {
            return DoingNothing.as(CommandDispatcher.class);
        }
    }

    @Test
    void decidesOnWhatWasGiven() {
        dispatcher.given(new QuotaOpened(TODAY, NOON, FREE));

        assertThat(dispatcher.dispatch(new ChangeAllowance(TODAY, ACTOR, NOON, PRO)))
                .containsExactly(new AllowanceChanged(TODAY, NOON, FREE, PRO));
        assertThat(dispatcher.events(TODAY)).hasSize(2);
    }

    @Test
    void takesBackWhatWorkRecordedThatFails() {
        assertThatThrownBy(() -> dispatcher.atomically(() -> {
                    dispatcher.dispatch(OPEN);
                    return dispatcher.dispatch(REJECTED);
                }))
                .isInstanceOf(DomainRejection.class);

        assertThat(dispatcher.events()).isEmpty();
        assertThat(dispatcher.commands()).containsExactly(OPEN, REJECTED);
    }

    @Test
    void runsWorkAgainThatLosesARace() {
        AtomicInteger runs = new AtomicInteger();
        dispatcher.loseRaces(2);

        dispatcher.atomically(() -> {
            runs.incrementAndGet();
            return dispatcher.dispatch(OPEN);
        });

        assertThat(runs).hasValue(3);
        assertThat(dispatcher.events()).containsExactly(new QuotaOpened(TODAY, NOON, FREE));
    }
}
