package ai.novacore.domain.shared;

import java.time.Instant;

/** A wish, addressed to one aggregate. */
public interface DomainCommand {
    /** The aggregate that decides. */
    AggregateId id();

    /** Who wants it. */
    Actor actor();

    /** The time that the decision goes by. */
    Instant now();
}
