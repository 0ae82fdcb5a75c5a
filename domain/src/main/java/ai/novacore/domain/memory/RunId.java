package ai.novacore.domain.memory;

import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.SingleValue;

/** One run of a memory worker; every change that it makes names it, so that the run can be undone. */
public record RunId(String value) implements SingleValue {
    public RunId {
        Ids.require("run_", value);
    }
}
