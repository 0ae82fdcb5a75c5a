package ai.novacore.application.reflection;

import ai.novacore.application.model.port.out.FactExtractor.Turn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Parts of a conversation that a model reads at once. Each begins with the last turn of the one before, for its context. */
final class Windows {
    /** A small model loses track of more. */
    static final int MOST_TURNS = 12;

    /** What the assistant said only helps to understand the member. */
    static final int LONGEST_REPLY = 500;

    /** The task, what is remembered already, and the answer. */
    private static final long RESERVED_TOKENS = 3_000;

    private static final long LEAST_TOKENS = 700;
    private static final int BYTES_A_TOKEN = 3;
    private static final long TOKENS_A_TURN = 20;

    private Windows() {}

    /**
     * @param contextTokens how much the model reads at once
     */
    static List<List<Said>> of(List<Said> turns, long contextTokens) {
        long budget = budget(contextTokens);
        List<List<Said>> windows = new ArrayList<>();
        List<Said> window = new ArrayList<>();
        long cost = 0;
        for (Said turn : turns) {
            long more = cost(turn, budget);
            if (!window.isEmpty() && (cost + more > budget || window.size() >= MOST_TURNS)) {
                windows.add(List.copyOf(window));
                Said last = window.getLast();
                window.clear();
                cost = 0;
                long overlap = cost(last, budget);
                if (overlap + more <= budget && overlap <= budget / 4) {
                    window.add(last);
                    cost = overlap;
                }
            }
            window.add(turn);
            cost += more;
        }
        if (!window.isEmpty()) {
            windows.add(List.copyOf(window));
        }
        return windows;
    }

    /** As the model is shown it. The gates go by what was really said. */
    static Turn shown(Said turn, long contextTokens) {
        return new Turn(
                turn.id(),
                LocalDate.ofInstant(turn.at(), ZoneOffset.UTC),
                beginning(turn.prompt(), (int) Math.min(Integer.MAX_VALUE, budget(contextTokens) * BYTES_A_TOKEN / 2)),
                beginning(turn.reply(), LONGEST_REPLY));
    }

    private static long budget(long contextTokens) {
        return Math.max(LEAST_TOKENS, contextTokens - RESERVED_TOKENS);
    }

    private static long cost(Said turn, long budget) {
        long bytes = turn.prompt().getBytes(StandardCharsets.UTF_8).length
                + (long) beginning(turn.reply(), LONGEST_REPLY).getBytes(StandardCharsets.UTF_8).length;
        return Math.min(budget, bytes / BYTES_A_TOKEN + TOKENS_A_TURN);
    }

    /** In whole characters. */
    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "…";
    }
}
