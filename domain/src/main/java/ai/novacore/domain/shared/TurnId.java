package ai.novacore.domain.shared;

/** One question and its answer; named by the conversation that holds it and by the quota that paid for it. */
public record TurnId(String value) implements SingleValue {
    public TurnId {
        Ids.require("trn_", value);
    }
}
