package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.application.model.port.out.Prompt.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the stand-in says. Remembered text is only ever quoted, never followed. */
final class StandInReply {
    static final String CLOSING = "(I am the built-in stand-in; a real language model answers as soon as Ollama runs.)";

    private static final int LONGEST_QUOTE = 300;
    private static final Pattern GREETING = Pattern.compile(
            "(?i)\\s*(hi|hello|hey|greetings|good (morning|afternoon|evening|day))\\b(\\W+\\w+){0,2}\\W*");
    private static final Pattern QUESTION = Pattern.compile("(?is)\\s*(what|who|whom|whose|where|when|why|how|which|do"
            + "|does|did|is|are|am|was|were|can|could|will|would|should|have|has|tell me|remind me)\\b.*|.*\\?\\s*");
    private static final Pattern ABOUT_ALL =
            Pattern.compile("(?is).*\\b(know|remember|learned|learnt)\\b.*\\b(about me|of me|so far)\\b.*"
                    + "|.*\\bwhat (do|can|did) you (know|remember)\\W*");
    private static final Pattern REQUEST = Pattern.compile("(?is)\\s*(please\\s+)?(write|make|give|list|explain"
            + "|translate|summari[sz]e|help|show|create|draw|calculate|compare|describe|find|suggest|plan|fix)\\b.*");
    private static final Pattern FACT =
            Pattern.compile("(?is).*\\b(i|my|mine|i'm|we|our|ours|is|are|was|were|has|have|had"
                    + "|will|likes?|lives?|works?)\\b.*|\\s*(please\\s+)?(remember|note)\\b.*");

    private StandInReply() {}

    static String to(Prompt prompt) {
        return body(prompt) + " " + CLOSING;
    }

    private static String body(Prompt prompt) {
        String question = prompt.question();
        if (GREETING.matcher(question).matches()) {
            return "Hello! Tell me something about yourself, and ask me about it later.";
        }
        if (QUESTION.matcher(question).matches()) {
            return answer(question, new Recollection(sources(prompt)));
        }
        if (FACT.matcher(question).matches() && !REQUEST.matcher(question).matches()) {
            return "Thank you for telling me. I will remember that: " + quote(question);
        }
        return "I cannot do that. I can remember what you tell me, and quote it when you ask.";
    }

    private static String answer(String question, Recollection recollection) {
        if (ABOUT_ALL.matcher(question).matches()) {
            List<String> best = recollection.best(3);
            if (!best.isEmpty()) {
                return "This is what I remember: " + quotes(best);
            }
        }
        Set<String> words = MeaningfulWords.of(question);
        List<String> facts = recollection.closestTo(words);
        if (!facts.isEmpty()) {
            return "I remember this: " + quotes(facts);
        }
        List<String> nearest = recollection.best(1);
        if (!nearest.isEmpty()) {
            return "I do not know that. The closest that I remember is: " + quotes(nearest);
        }
        return "I do not know that, and I remember nothing about it. Tell me, and I can quote it later.";
    }

    /** The memories, then what the member said earlier in the conversation, the latest first. */
    private static List<String> sources(Prompt prompt) {
        List<String> sources = new ArrayList<>(prompt.memories());
        List<Message> messages = prompt.messages();
        for (int i = messages.size() - 2; i >= 0; i--) {
            if (messages.get(i).speaker() == Speaker.MEMBER) {
                sources.add(messages.get(i).text());
            }
        }
        return sources;
    }

    private static String quotes(List<String> facts) {
        return facts.stream().map(StandInReply::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
            line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        }
        return "“" + line + "”";
    }
}
