package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.ConversationCommand;
import ai.novacore.domain.memory.MemoryCommand;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionCommand;
import ai.novacore.domain.user.UserCommand;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CommandDispatcher} does. Each test has a log of its own that is empty. */
public abstract class CommandDispatcherContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Actor ACTOR = Actor.system("test");
    private static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    private static final Allowance PRO = new Allowance(Tier.PRO, 5_000, 5_000_000);
    private static final QuotaId ADA = quota("ada");
    private static final QuotaId BOB = quota("bob");
    private static final int THREADS = 8;
    private static final int RANDOM_COMMANDS = 150;

    protected abstract CommandDispatcher dispatcher();

    @Test
    public void returnsWhatWasDecided() {
        assertThat(dispatcher().dispatch(open(ADA))).containsExactly(new QuotaOpened(ADA, NOON, FREE));
    }

    @Test
    public void decidesOnWhatWasRecordedBefore() {
        dispatcher().dispatch(open(ADA));

        assertThat(dispatcher().dispatch(new ChangeAllowance(ADA, ACTOR, NOON, PRO)))
                .containsExactly(new AllowanceChanged(ADA, NOON, FREE, PRO));
    }

    @Test
    public void keepsAggregatesApart() {
        dispatcher().dispatch(open(ADA));

        assertThat(dispatcher().dispatch(open(BOB))).containsExactly(new QuotaOpened(BOB, NOON, FREE));
    }

    @Test
    public void returnsNothingWhenNothingIsLeftToDo() {
        dispatcher().dispatch(reserve(ADA, "1"));

        assertThat(dispatcher().dispatch(reserve(ADA, "1"))).isEmpty();
    }

    @Test
    public void passesRejectionsOnAsTheyAre() {
        dispatcher().dispatch(new OpenQuota(ADA, ACTOR, NOON, new Allowance(Tier.FREE, 0, 0)));

        assertThatThrownBy(() -> dispatcher().dispatch(reserve(ADA, "1")))
                .isInstanceOfSatisfying(
                        LimitReached.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("quota_exceeded"));
    }

    @Test
    public void recordsNothingOfWhatIsRejected() {
        assertThatThrownBy(() -> dispatcher().dispatch(settle(ADA, "unknown"))).isInstanceOf(DomainRejection.class);

        assertThat(dispatcher().dispatch(open(ADA))).hasSize(1);
    }

    @Test
    public void recordsWorkTogether() {
        List<DomainEvent> last = dispatcher().atomically(() -> {
            dispatcher().dispatch(open(ADA));
            return dispatcher().dispatch(open(BOB));
        });

        assertThat(last).containsExactly(new QuotaOpened(BOB, NOON, FREE));
        assertThat(dispatcher().dispatch(open(ADA))).isEmpty();
        assertThat(dispatcher().dispatch(open(BOB))).isEmpty();
    }

    @Test
    public void takesAllBackOfWorkThatFails() {
        IllegalStateException failure = new IllegalStateException("after the command");

        assertThatThrownBy(() -> dispatcher().atomically(() -> {
                    dispatcher().dispatch(open(ADA));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(dispatcher().dispatch(open(ADA))).hasSize(1);
    }

    @Test
    public void takesAllBackWhenOneOfSeveralCommandsIsRejected() {
        assertThatThrownBy(() -> dispatcher().atomically(() -> {
                    dispatcher().dispatch(open(ADA));
                    return dispatcher().dispatch(settle(BOB, "unknown"));
                }))
                .isInstanceOf(DomainRejection.class);

        assertThat(dispatcher().dispatch(open(ADA))).hasSize(1);
    }

    @Test
    public void decidesOnWhatTheSameWorkHasDoneSoFar() {
        List<DomainEvent> second = dispatcher().atomically(() -> {
            dispatcher().dispatch(reserve(ADA, "1"));
            return dispatcher().dispatch(reserve(ADA, "2"));
        });

        assertThat(second).hasSize(1).hasOnlyElementsOfType(UsageReserved.class);
    }

    @Test
    public void makesWorkInsideWorkPartOfIt() {
        assertThatThrownBy(() -> dispatcher().atomically(() -> {
                    dispatcher().atomically(() -> dispatcher().dispatch(open(ADA)));
                    return dispatcher().dispatch(settle(BOB, "unknown"));
                }))
                .isInstanceOf(DomainRejection.class);

        assertThat(dispatcher().dispatch(open(ADA))).hasSize(1);
    }

    @Test
    public void admitsExactlyAsManyAsTheLimitAllowsWhateverRunsAtOnce() throws Exception {
        int wanted = 80;
        int admitted = 0;
        for (Future<List<DomainEvent>> outcome :
                atOnce(wanted, n -> () -> dispatcher().dispatch(reserve(ADA, "t" + n)))) {
            admitted += isAdmitted(outcome) ? 1 : 0;
        }

        assertThat(admitted).isEqualTo((int) FREE.messages());
        assertThatThrownBy(() -> dispatcher().dispatch(reserve(ADA, "late"))).isInstanceOf(LimitReached.class);
    }

    @Test
    public void appliesACommandOnceThatManySendAtOnce() throws Exception {
        long times = 0;
        for (Future<List<DomainEvent>> outcome :
                atOnce(24, n -> () -> dispatcher().atomically(() -> dispatcher().dispatch(reserve(ADA, "same"))))) {
            times += outcome.get().stream()
                    .filter(UsageReserved.class::isInstance)
                    .count();
        }

        assertThat(times).isEqualTo(1);
    }

    /** The pure deciders say what is right; every dispatcher is to say the same. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                UserCommand.class,
                SubscriptionCommand.class,
                QuotaCommand.class,
                MemoryCommand.class,
                ConversationCommand.class
            })
    public void decidesAsTheDecidersDo(Class<? extends DomainCommand> kind) {
        InMemoryCommandDispatcher pure = new InMemoryCommandDispatcher();
        RandomValues values = new RandomValues(kind.getName().length());
        for (int n = 0; n < RANDOM_COMMANDS; n++) {
            DomainCommand command = values.next(kind);

            Outcome here = Outcome.of(dispatcher(), command);

            assertThat(here).as("command %d, %s", n, command.getClass()).isEqualTo(Outcome.of(pure, command));
        }
        assertThat(pure.events()).isNotEmpty();
    }

    /** What comes of a command: events, or the code of a rejection. */
    private record Outcome(List<DomainEvent> events, String rejection) {
        static Outcome of(CommandDispatcher dispatcher, DomainCommand command) {
            try {
                return new Outcome(dispatcher.dispatch(command), "");
            } catch (DomainRejection e) {
                return new Outcome(List.of(), e.code());
            }
        }
    }

    private static <T> List<Future<T>> atOnce(int times, IntFunction<Callable<T>> work) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            return threads.invokeAll(IntStream.range(0, times).mapToObj(work).toList());
        }
    }

    private static boolean isAdmitted(Future<List<DomainEvent>> outcome) {
        Throwable thrown = catchThrowable(outcome::get);
        if (thrown == null) {
            return true;
        }
        assertThat(thrown).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(LimitReached.class);
        return false;
    }

    private static QuotaId quota(String user) {
        return QuotaId.on(new UserId("usr_" + user), NOON);
    }

    private static OpenQuota open(QuotaId id) {
        return new OpenQuota(id, ACTOR, NOON, FREE);
    }

    private static ReserveUsage reserve(QuotaId id, String turn) {
        return new ReserveUsage(id, ACTOR, NOON, FREE, new TurnId("trn_" + turn), 10, 20, 1);
    }

    private static SettleUsage settle(QuotaId id, String turn) {
        return new SettleUsage(id, ACTOR, NOON, new TurnId("trn_" + turn), "llama3.2", 10, 5);
    }
}
