package ai.novacore.domain.shared;

/** A person's account. */
public record UserId(String value) implements AggregateId {
    public UserId {
        Ids.require("usr_", value);
    }
}
