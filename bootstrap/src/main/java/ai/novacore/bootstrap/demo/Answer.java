package ai.novacore.bootstrap.demo;

import java.util.List;

/**
 * An answer, as it was streamed.
 */
record Answer(
        String conversation, String model, String text, List<Used> memories, long inputTokens, long outputTokens) {
    Answer {
        memories = List.copyOf(memories);
    }

    /** A memory that was given to the model. */
    record Used(String id, String tier, double score) {}

    boolean byStandIn() {
        return model.equals("nova-stand-in");
    }
}
