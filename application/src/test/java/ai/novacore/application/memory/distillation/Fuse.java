package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.InMemoryDistillationRuns;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;

/** Kills whoever works, before or after something they do: sending a command, ending a transaction, keeping how far it is. */
public final class Fuse {
    private long passed;
    private long blowsAt = Long.MAX_VALUE;

    /** The end of a process; nothing catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** How many moments there were so far. */
    public long passed() {
        return passed;
    }

    public void blowAfter(long moments) {
        blowsAt = passed + moments;
    }

    private void moment() {
        passed++;
        if (passed == blowsAt) {
            throw new Killed();
        }
    }

    /** The runs, as a process meets them that may be killed before and after each call. */
    public DistillationRuns around(DistillationRuns runs) {
        return (DistillationRuns) Proxy.newProxyInstance(
                Fuse.class.getClassLoader(), new Class<?>[] {DistillationRuns.class}, (proxy, method, arguments) -> {
                    moment();
                    try {
                        Object result = method.invoke(runs, arguments);
                        moment();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The dispatcher, likewise; what a transaction that fails has kept in {@code runs} is taken back with it. */
    public CommandDispatcher around(CommandDispatcher commands, InMemoryDistillationRuns runs) {
        return new CommandDispatcher() {
            @Override
            public List<DomainEvent> dispatch(DomainCommand command) {
                moment();
                List<DomainEvent> events = commands.dispatch(command);
                moment();
                return events;
            }

            @Override
            public <T> T atomically(Supplier<T> work) {
                moment();
                T result = commands.atomically(() -> {
                    Runnable rollback = runs.savepoint();
                    try {
                        T done = work.get();
                        moment();
                        return done;
                    } catch (RuntimeException | Error e) {
                        rollback.run();
                        throw e;
                    }
                });
                moment();
                return result;
            }
        };
    }

    /** The dispatcher over a database, which takes back by itself what a transaction that fails has kept. */
    public CommandDispatcher around(CommandDispatcher commands) {
        return around(commands, new InMemoryDistillationRuns());
    }
}
