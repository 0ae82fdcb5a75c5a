package ai.novacore.domain.shared;

/** One thread of questions and answers. */
public record ConversationId(String value) implements AggregateId {
    public ConversationId {
        Ids.require("cnv_", value);
    }
}
