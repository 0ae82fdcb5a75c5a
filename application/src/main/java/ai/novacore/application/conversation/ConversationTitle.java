package ai.novacore.application.conversation;

import ai.novacore.domain.shared.PersonalText;

/** What a conversation is called until somebody names it: the beginning of its first question. */
final class ConversationTitle {
    private static final int MAX_LENGTH = 60;

    private ConversationTitle() {}

    static PersonalText of(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= MAX_LENGTH) {
            return new PersonalText(line);
        }
        return new PersonalText(line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…");
    }
}
