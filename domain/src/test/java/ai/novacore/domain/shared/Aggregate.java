package ai.novacore.domain.shared;

import ai.novacore.domain.conversation.ConversationCommand;
import ai.novacore.domain.conversation.ConversationDecider;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryCommand;
import ai.novacore.domain.memory.MemoryDecider;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import java.util.List;

/** One kind of aggregate, for the tests that hold for all of them. */
record Aggregate<C extends DomainCommand, E extends DomainEvent>(
        Class<C> commands, Class<E> events, Decider<C, E, ?> decider) {

    /** A new kind of aggregate needs one line here. */
    static final List<Aggregate<?, ?>> ALL = List.of(
            new Aggregate<>(QuotaCommand.class, QuotaEvent.class, new QuotaDecider()),
            new Aggregate<>(MemoryCommand.class, MemoryEvent.class, new MemoryDecider()),
            new Aggregate<>(ConversationCommand.class, ConversationEvent.class, new ConversationDecider()));

    @Override
    public String toString() {
        return commands.getPackageName().substring(commands.getPackageName().lastIndexOf('.') + 1);
    }
}
