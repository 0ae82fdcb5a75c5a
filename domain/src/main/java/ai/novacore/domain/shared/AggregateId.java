package ai.novacore.domain.shared;

/** The identity of an aggregate, which is also the name of its event stream. */
public interface AggregateId extends SingleValue {}
