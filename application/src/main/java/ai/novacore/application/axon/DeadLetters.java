package ai.novacore.application.axon;

import ai.novacore.application.backbone.port.out.DeadLetterRetry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.SagaConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** The events that handlers failed on: counted, and tried again when their time has come. */
public final class DeadLetters implements DeadLetterRetry {
    private static final int MOST_AT_ONCE = 100;

    private final Configuration axon;
    private final TransactionManager transactions;
    private final DeadLetterPolicy policy;
    private final List<String> groups;

    DeadLetters(Configuration axon, TransactionManager transactions, DeadLetterPolicy policy, List<String> groups) {
        this.axon = axon;
        this.transactions = transactions;
        this.policy = policy;
        this.groups = List.copyOf(groups);
    }

    /** How many letters each processing group has. */
    public Map<String, Long> count() {
        Map<String, Long> counts = new TreeMap<>();
        for (String group : groups) {
            counts.put(group, queue(group).size());
        }
        return counts;
    }

    /** How many letters a processing group has. */
    long count(String group) {
        return queue(group).size();
    }

    @Override
    public boolean retry(String processor, String eventId) {
        Predicate<DeadLetter<? extends EventMessage<?>>> wanted =
                letter -> letter.message().getIdentifier().equals(eventId);
        for (SagaConfiguration<?> saga : axon.eventProcessingConfiguration().sagaConfigurations()) {
            if (saga.processingGroup().equals(processor)) {
                return queue(processor).process(wanted, letter -> tryAgain(saga, letter));
            }
        }
        return axon.eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(processor)
                .map(letters -> letters.process(wanted))
                .orElse(false);
    }

    /**
     * How many letters of a group are not tried again by themselves; those that wait behind one of them are not counted.
     *
     * @param atMost where counting ends
     */
    public long parked(String group, long atMost) {
        SequencedDeadLetterQueue<EventMessage<?>> queue = queue(group);
        if (queue.size() == 0) {
            return 0;
        }
        return StreamSupport.stream(queue.deadLetters().spliterator(), false)
                .flatMap(sequence ->
                        StreamSupport.stream(sequence.spliterator(), false).limit(1))
                .limit(atMost)
                .filter(DeadLetterPolicy::isParked)
                .count();
    }

    /**
     * Tries again what is due, a bounded number of letters a group.
     *
     * @return how many were settled
     */
    public int retryDue() {
        int settled = 0;
        for (String group : groups) {
            settled += repeat(() -> axon.eventProcessingConfiguration()
                    .sequencedDeadLetterProcessor(group)
                    .map(processor -> processor.process(policy::isDue))
                    .orElse(false));
        }
        for (SagaConfiguration<?> saga : axon.eventProcessingConfiguration().sagaConfigurations()) {
            SequencedDeadLetterQueue<EventMessage<?>> queue = queue(saga.processingGroup());
            settled += repeat(() -> queue.process(policy::isDue, letter -> tryAgain(saga, letter)));
        }
        return settled;
    }

    private static int repeat(BooleanSupplier attempt) {
        int times = 0;
        while (times < MOST_AT_ONCE && attempt.getAsBoolean()) {
            times++;
        }
        return times;
    }

    private EnqueueDecision<EventMessage<?>> tryAgain(
            SagaConfiguration<?> saga, DeadLetter<? extends EventMessage<?>> letter) {
        EventMessage<?> event = letter.message();
        DefaultUnitOfWork<EventMessage<?>> unit = DefaultUnitOfWork.startAndGet(event);
        unit.attachTransaction(transactions);
        ResultMessage<?> result =
                unit.executeWithResult(() -> Metadata.correlationOf(event).call(() -> {
                    ParkSagaEvent.retrying(() -> {
                        saga.manager().handle(event, Segment.ROOT_SEGMENT);
                        return null;
                    });
                    return true;
                }));
        return result.isExceptional() ? policy.decide(letter, result.exceptionResult()) : Decisions.evict();
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return axon.eventProcessingConfiguration()
                .deadLetterQueue(group)
                .orElseThrow(() -> new IllegalStateException("no dead-letter queue for " + group));
    }
}
