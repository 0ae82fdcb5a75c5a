package ai.novacore.domain.subscription;

import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;

/** The one subscription of a person. */
public record SubscriptionId(String value) implements AggregateId {
    public SubscriptionId {
        Ids.require("sub_", value);
    }

    /** Each person has exactly one, so its id follows from theirs. */
    public static SubscriptionId of(UserId user) {
        return new SubscriptionId("sub_" + user.value().substring("usr_".length()));
    }
}
