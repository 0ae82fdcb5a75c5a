package ai.novacore.application.memory;

import ai.novacore.domain.shared.PersonalText;

/** A question with its answer as one text that is remembered. Both are cut; what was asked is worth more of it. */
public final class ExchangeText {
    public static final int MAX_PROMPT = 4_000;
    public static final int MAX_REPLY = 1_000;

    private ExchangeText() {}

    public static PersonalText of(String prompt, String reply) {
        return new PersonalText("Member said: " + cut(MemoryText.clean(prompt), MAX_PROMPT) + "\nAssistant answered: "
                + cut(MemoryText.clean(reply), MAX_REPLY));
    }

    /** The start of a text, in whole characters. */
    private static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
    }
}
