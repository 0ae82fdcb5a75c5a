package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One node of several on the same stores. Once it has crashed, nothing that it still does reaches them. */
final class SimulatedNode {
    final SteeredModel model = new SteeredModel();
    final AskQuestion chat;
    private final KeepTurns keeping;
    private final EndOrphanedTurns sweeping;
    private final List<Asking> askings = new CopyOnWriteArrayList<>();
    private volatile boolean unreachable;
    private volatile boolean crashed;

    /** Makes the chat of a node from what the node may reach. */
    interface Wiring {
        AskQuestion chat(SimulatedNode node, CommandDispatcher commands, OpenTurnStore openTurns, RunningTurns running);
    }

    SimulatedNode(
            String name,
            CommandDispatcher log,
            OpenTurnStore turns,
            NodeRegistry registry,
            Clock clock,
            Wiring wiring) {
        CommandDispatcher commands = new Reaching(log);
        OpenTurnStore openTurns = new ReachingTurns(turns);
        RunningTurns running = new RunningTurns();
        chat = wiring.chat(this, commands, openTurns, running);
        keeping = chat.keeping();
        sweeping = new EndOrphanedTurns(openTurns, registry, running, commands, clock, name);
        sweeping.renewLease();
    }

    /** A question that somebody waits for the answer of. */
    final class Asking {
        final Gone reader = new Gone();
        private final Thread thread;

        Asking(Question question) {
            thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    chat.ask(question, reader);
                } catch (DomainRejection | ModelFailure | IllegalStateException refused) {
                    // The log says whether that was right.
                } finally {
                    reader.settled.countDown();
                }
            });
        }

        boolean isOver() {
            return !thread.isAlive();
        }
    }

    /** A reader who may leave, which is found out when something is said. */
    static final class Gone extends RecordingReader {
        private final CountDownLatch settled = new CountDownLatch(1);
        private volatile boolean gone;

        void leave() {
            gone = true;
        }

        @Override
        public void begun(Begun turn) {
            super.begun(turn);
            settled.countDown();
        }

        @Override
        public void text(String text, long end) {
            if (gone) {
                throw new IllegalStateException("gone");
            }
            super.text(text, end);
        }
    }

    /** Returns when the turn has begun, or was refused. */
    Asking ask(Question question) {
        Asking asking = new Asking(question);
        askings.add(asking);
        asking.thread.start();
        try {
            if (!asking.reader.settled.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("a question neither begins nor is refused");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return asking;
    }

    List<Asking> askings() {
        return List.copyOf(askings);
    }

    /** The end of the process: its threads stop, what they knew is gone. */
    void crash() {
        crashed = true;
        askings.forEach(asking -> asking.thread.interrupt());
        model.calls().forEach(call -> call.give(new SteeredModel.Move.Fail(ModelFailure.Kind.FAILED)));
    }

    /** Cannot reach the database for a while, or can again. */
    void setUnreachable(boolean now) {
        unreachable = now;
    }

    void keep() {
        orUnreachable(keeping::keep);
    }

    void renewLease() {
        sweeping.renewLease();
    }

    void endOrphans() {
        orUnreachable(sweeping::endOrphans);
    }

    void cancel(UserId user, TurnId turn) {
        orUnreachable(() -> {
            try {
                chat.cancel(user, turn);
            } catch (DomainRejection notShownYet) {
                // The thread is behind; nothing is stopped.
            }
        });
    }

    private void orUnreachable(Runnable work) {
        try {
            work.run();
        } catch (Unreachable e) {
            // As a routine of the node takes it: the next round may work.
        }
    }

    private void reach() {
        if (unreachable || crashed) {
            throw new Unreachable();
        }
    }

    private static final class Unreachable extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    private final class Reaching implements CommandDispatcher {
        private final CommandDispatcher log;

        Reaching(CommandDispatcher log) {
            this.log = log;
        }

        @Override
        public List<DomainEvent> dispatch(DomainCommand command) {
            return log.dispatch(command);
        }

        @Override
        public <T> T atomically(Supplier<T> work) {
            // Once: work that lost a race is done again whole or not at all, as its rows elsewhere are not taken back.
            reach();
            return log.atomically(work);
        }
    }

    private final class ReachingTurns implements OpenTurnStore {
        private final OpenTurnStore turns;

        ReachingTurns(OpenTurnStore turns) {
            this.turns = turns;
        }

        @Override
        public void open(OpenTurn turn) {
            turns.open(turn);
        }

        @Override
        public void close(TurnId turn) {
            turns.close(turn);
        }

        @Override
        public Set<TurnId> save(Collection<Progress> progress) {
            reach();
            return turns.save(progress);
        }

        @Override
        public boolean askToStop(TurnId turn) {
            reach();
            return turns.askToStop(turn);
        }

        @Override
        public Optional<OpenTurn> find(TurnId turn) {
            reach();
            return turns.find(turn);
        }

        @Override
        public List<OpenTurn> of(UserId owner) {
            reach();
            return turns.of(owner);
        }

        @Override
        public List<OpenTurn> exceptOn(Set<String> nodes) {
            reach();
            return turns.exceptOn(nodes);
        }
    }
}
