package ai.novacore.application.model;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A chat model that says what the test wrote down. Each script serves one call, in order; without a script it gives a
 * short standing answer. A piece counts as one token. Knows the models it was made with, or any when made without.
 */
public final class ScriptedChatModel implements ChatModel {
    private static final Script STANDING =
            new Script(List.of("This ", "is ", "the ", "standing ", "answer."), -1, null, null, 7);

    private final List<String> known;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<Prompt> prompts = new CopyOnWriteArrayList<>();

    public ScriptedChatModel(String... knownModels) {
        known = List.of(knownModels);
    }

    /** The next call answers with these pieces. */
    public ScriptedChatModel answers(String... pieces) {
        scripts.add(new Script(List.of(pieces), -1, null, null, 7));
        return this;
    }

    /** The next call answers with these pieces and counts the prompt as so many tokens. */
    public ScriptedChatModel answersCounting(long inputTokens, String... pieces) {
        scripts.add(new Script(List.of(pieces), -1, null, null, inputTokens));
        return this;
    }

    /** The next call hands over these pieces, perhaps none, and then fails. */
    public ScriptedChatModel fails(ModelFailure.Kind kind, String... piecesBefore) {
        scripts.add(new Script(List.of(piecesBefore), -1, null, kind, 7));
        return this;
    }

    /** The next call hands over {@code before} of these pieces and then waits for the test or for cancellation. */
    public Hold holds(int before, String... pieces) {
        Hold hold = new Hold();
        scripts.add(new Script(List.of(pieces), before, hold, null, 7));
        return hold;
    }

    /** What it was asked, in order. A call cancelled before its start is none. */
    public List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    public int calls() {
        return prompts.size();
    }

    @Override
    public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Completion(Finish.CANCELLED, 0, 0);
        }
        prompts.add(prompt);
        if (!known.isEmpty() && !known.contains(prompt.model())) {
            throw new ModelFailure(ModelFailure.Kind.NOT_FOUND, "the script does not know the model");
        }
        Script next = scripts.poll();
        return play(next == null ? STANDING : next, prompt, listener, cancellation);
    }

    private static Completion play(Script script, Prompt prompt, Listener listener, Cancellation cancellation) {
        int said = 0;
        while (true) {
            if (said == script.holdBefore && script.hold != null) {
                script.hold.pause(cancellation);
            }
            if (cancellation.isCancelled()) {
                return new Completion(Finish.CANCELLED, 0, said);
            }
            if (said == script.pieces.size()) {
                break;
            }
            if (said == prompt.maxOutputTokens()) {
                return new Completion(Finish.LENGTH, script.inputTokens, said);
            }
            listener.text(script.pieces.get(said++));
        }
        if (script.failure != null) {
            throw new ModelFailure(script.failure, "the script says so");
        }
        return new Completion(Finish.STOP, script.inputTokens, said);
    }

    /** The place where a call waits. */
    public static final class Hold {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        /** Waits until the call is here. */
        public void awaitReached() {
            await(reached);
        }

        /** Lets the call go on. */
        public void release() {
            released.countDown();
        }

        private void pause(Cancellation cancellation) {
            cancellation.onCancel(released::countDown);
            reached.countDown();
            await(released);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody came");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while holding", e);
            }
        }
    }

    private record Script(
            List<String> pieces,
            int holdBefore,
            @Nullable Hold hold,
            ModelFailure.@Nullable Kind failure,
            long inputTokens) {}
}
