package ai.novacore.application.memory.distillation;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries out several things in one transaction, without those of which a command is rejected. A rejection spoils a
 * transaction, so each means that all is done again without what was rejected.
 */
final class AllButRejected {
    private final CommandDispatcher commands;

    AllButRejected(CommandDispatcher commands) {
        this.commands = commands;
    }

    /**
     * What came of it.
     *
     * @param events of each thing that was carried out; of one that came to nothing an empty list
     */
    record Outcome(List<List<DomainEvent>> events, int rejected) {}

    private static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int thing;

        Rejected(int thing) {
            super(null, null, false, false);
            this.thing = thing;
        }
    }

    /**
     * @param things the commands of each, which are carried out together or not at all
     * @param before told at the end of the transaction, which it may still spoil
     */
    Outcome carryOut(List<List<DomainCommand>> things, Consumer<Outcome> before) {
        Set<Integer> rejected = new HashSet<>();
        while (true) {
            try {
                return commands.atomically(() -> {
                    Outcome outcome = attempt(things, rejected);
                    before.accept(outcome);
                    return outcome;
                });
            } catch (Rejected e) {
                rejected.add(e.thing);
            }
        }
    }

    private Outcome attempt(List<List<DomainCommand>> things, Set<Integer> rejected) {
        List<List<DomainEvent>> events = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            if (!rejected.contains(i)) {
                events.add(attempt(i, things.get(i)));
            }
        }
        return new Outcome(events, rejected.size());
    }

    private List<DomainEvent> attempt(int number, List<DomainCommand> thing) {
        List<DomainEvent> events = new ArrayList<>();
        try {
            for (DomainCommand command : thing) {
                events.addAll(commands.dispatch(command));
            }
        } catch (DomainRejection e) {
            throw new Rejected(number);
        }
        return events;
    }
}
