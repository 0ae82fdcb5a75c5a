package ai.novacore.bootstrap.operations;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How it is with the models that are configured. Answers within a few seconds. */
public interface ModelHealth {
    /** The part that says whether questions are answered. */
    String CHAT_MODEL = "chatModel";

    /**
     * How a part is.
     *
     * @param detail what an operator can do about it, or a number or two; null when there is nothing to say. Open to
     *     strangers
     */
    record Finding(boolean up, @Nullable String detail) {}

    /** By the name of the part; {@link #CHAT_MODEL} is always among them. */
    Map<String, Finding> findings();
}
