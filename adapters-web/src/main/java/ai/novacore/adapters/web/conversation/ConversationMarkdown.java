package ai.novacore.adapters.web.conversation;

import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation in Markdown. What people and models have said stands in code fences that are longer than any run of
 * backticks in it, so that it can neither end its fence nor become a heading, a link, an image or HTML. The title stands
 * in a heading with every sign escaped that Markdown or HTML know.
 */
final class ConversationMarkdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern SIGN = Pattern.compile("[!-/:-@\\[-`{-~]");

    private final Writer out;

    private ConversationMarkdown(Writer out) {
        this.out = out;
    }

    /** Writes the whole file, and leaves the writer open. */
    static void write(ConversationThread thread, Writer out) throws IOException {
        new ConversationMarkdown(out).write(thread);
    }

    private void write(ConversationThread thread) throws IOException {
        out.write("# " + escaped(thread.summary().title()) + "\n\n");
        out.write("Started " + thread.summary().createdAt() + ", last touched "
                + thread.summary().updatedAt() + "\n");
        for (ThreadTurn turn : thread.inForce().turns()) {
            said("You", turn.startedAt().toString(), turn.prompt());
            answer(turn);
        }
        out.flush();
    }

    private void answer(ThreadTurn turn) throws IOException {
        String when =
                turn.endedAt() == null ? "not answered yet" : turn.endedAt().toString();
        String how = turn.failure() == null ? "" : ", " + escaped(turn.failure());
        String reply = turn.reply();
        if (reply == null) {
            heading(escaped(turn.model()), when + how);
        } else {
            said(escaped(turn.model()), when + how, reply);
        }
    }

    private void said(String who, String when, String text) throws IOException {
        heading(who, when);
        String fence = fenceFor(text);
        out.write("\n" + fence + "text\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n");
    }

    private void heading(String who, String when) throws IOException {
        out.write("\n## " + who + " (" + when + ")\n");
    }

    private static String fenceFor(String text) {
        int longest = 2;
        Matcher runs = BACKTICKS.matcher(text);
        while (runs.find()) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        return "`".repeat(longest + 1);
    }

    /** On one line; as entities where HTML would read more than a sign. */
    private static String escaped(String text) {
        return SIGN.matcher(text.replaceAll("[\\s\\p{Cc}\\u2028\\u2029]+", " "))
                .replaceAll(sign -> Matcher.quoteReplacement(
                        switch (sign.group()) {
                            case "<" -> "&lt;";
                            case ">" -> "&gt;";
                            case "&" -> "&amp;";
                            default -> "\\" + sign.group();
                        }));
    }
}
