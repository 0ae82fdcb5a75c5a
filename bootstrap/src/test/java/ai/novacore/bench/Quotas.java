package ai.novacore.bench;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Instant;

/** The commands that are measured: cheap to decide, as frequent as any in the product. */
final class Quotas {
    static final Allowance ALLOWANCE = new Allowance(Tier.FREE, 1_000_000, 1_000_000_000);
    static final Instant NOW = Instant.ofEpochMilli(System.currentTimeMillis());

    private static final Actor ACTOR = Actor.system("bench");
    private static final int TURNS_A_DAY = 25;
    private static final IdGenerator IDS = new IdGenerator(Clock.systemUTC());

    private Quotas() {}

    static QuotaId fresh() {
        return QuotaId.on(new UserId(IDS.next("usr_")), NOW);
    }

    static OpenQuota open(QuotaId id) {
        return new OpenQuota(id, ACTOR, NOW, ALLOWANCE);
    }

    /** A command on a new stream: one event. */
    static Runnable opening(CommandDispatcher commands) {
        return () -> commands.dispatch(open(fresh()));
    }

    /** Reserves for a turn, settles it, and so on, {@value #TURNS_A_DAY} turns a stream, as members do in a day. */
    static Runnable turns(CommandDispatcher commands) {
        return new Turns(commands);
    }

    private static final class Turns implements Runnable {
        private final CommandDispatcher commands;
        private QuotaId day = fresh();
        private TurnId turn = new TurnId(IDS.next("trn_"));
        private boolean reserved;
        private int settled;

        Turns(CommandDispatcher commands) {
            this.commands = commands;
        }

        @Override
        public void run() {
            if (reserved) {
                commands.dispatch(new SettleUsage(day, ACTOR, NOW, turn, "llama3.2", 10, 5));
                turn = new TurnId(IDS.next("trn_"));
                settled++;
            } else {
                day = settled % TURNS_A_DAY == 0 ? fresh() : day;
                commands.dispatch(new ReserveUsage(day, ACTOR, NOW, ALLOWANCE, turn, 10, 20, 1));
            }
            reserved = !reserved;
        }
    }
}
