package ai.novacore.application.conversation;

import ai.novacore.domain.shared.PersonalText;
import java.util.Optional;

/** What a conversation is called until its owner names it. */
final class ConversationTitle {
    private static final int MAX_LENGTH = 60;
    /** What models like to put around a title. */
    private static final String BEFORE = "^[\\s\"'`*_#“”„‚‘’«»「」]+";

    private static final String AFTER = "[\\s\"'`*_“”‘’«»「」]+$";

    private ConversationTitle() {}

    /** The beginning of the first question. */
    static PersonalText of(String question) {
        return new PersonalText(cut(question.strip().replaceAll("\\s+", " ")));
    }

    /** What the model says that it should be called: the first line that says something, without quotes around it. */
    static Optional<PersonalText> found(String answer) {
        return answer.lines()
                .map(line -> line.replaceAll("\\p{C}", ""))
                .map(line -> line.replaceFirst(BEFORE, "").replaceFirst(AFTER, ""))
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> new PersonalText(cut(line.replaceAll("\\s+", " "))));
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
}
