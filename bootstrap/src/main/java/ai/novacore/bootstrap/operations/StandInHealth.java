package ai.novacore.bootstrap.operations;

import java.util.Map;

/** The stand-in is always there. */
public final class StandInHealth implements ModelHealth {

    @Override
    public Map<String, Finding> findings() {
        return Map.of(CHAT_MODEL, new Finding(true, "the built-in stand-in answers"));
    }
}
