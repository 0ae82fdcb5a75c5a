package ai.novacore.adapters.web.input;

import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;

/** Reads ids. What is no id at all names nothing, so it is not found, just like an id that nobody has. */
public final class PathIds {

    private PathIds() {}

    public static ConversationId conversation(String value) {
        return new ConversationId(checked("cnv_", value));
    }

    public static TurnId turn(String value) {
        return new TurnId(checked("trn_", value));
    }

    public static UserId user(String value) {
        return new UserId(checked("usr_", value));
    }

    public static MemoryId memory(String value) {
        return new MemoryId(checked("mem_", value));
    }

    public static RunId run(String value) {
        return new RunId(checked("run_", value));
    }

    private static String checked(String prefix, String value) {
        if (!Ids.isValid(prefix, value)) {
            throw Refused.notFound();
        }
        return value;
    }
}
