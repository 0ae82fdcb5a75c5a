package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Answers in place of a language model where there is none: it quotes what is remembered and says what it is.
 *
 * <p>It counts tokens by its own rule: a word with the space before it is one token, a word of more than twelve
 * characters one for each twelve begun. It hands over one token at a time.
 */
public final class StandInChatModel implements ChatModel {
    /** The only model it answers for. */
    public static final String ID = "nova-stand-in";

    private static final Duration READING_PACE = Duration.ofMillis(15);
    private static final Pattern TOKEN = Pattern.compile("\\s*\\S{1,12}");

    private final Duration perToken;

    /** Answers about as fast as a small model does. */
    public StandInChatModel() {
        this(READING_PACE);
    }

    /** @param perToken the pause before each token; may be zero */
    public StandInChatModel(Duration perToken) {
        this.perToken = perToken;
    }

    @Override
    public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Completion(Finish.CANCELLED, 0, 0);
        }
        if (!prompt.model().equals(ID)) {
            throw new ModelFailure(Kind.NOT_FOUND, "only the built-in stand-in is here; Ollama does not answer");
        }
        long inputTokens = prompt.messages().stream()
                .mapToLong(message -> tokens(message.text()).size())
                .sum();
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        long said = 0;
        for (String token : tokens(StandInReply.to(prompt))) {
            if (said == prompt.maxOutputTokens()) {
                return new Completion(Finish.LENGTH, inputTokens, said);
            }
            if (pause(cancelled)) {
                return new Completion(Finish.CANCELLED, inputTokens, said);
            }
            said++;
            listener.text(token);
        }
        return new Completion(Finish.STOP, inputTokens, said);
    }

    /** Whether it was cancelled. */
    private boolean pause(CountDownLatch cancelled) {
        try {
            return cancelled.await(perToken.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.FAILED, "the stand-in was interrupted", e);
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
