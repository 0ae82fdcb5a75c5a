package ai.novacore.application.conversation;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A model whose every answer goes on by the moves that it is given from outside, and only then. */
final class SteeredModel implements ChatModel {
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** What an answer does next. */
    sealed interface Move {
        record Queue(int position) implements Move {}

        record Piece(String text) implements Move {}

        /** With the model's own counts, where the prompt has any. */
        record End(Finish finish, long inputTokens) implements Move {}

        record Fail(Kind kind) implements Move {}

        record Cancelled() implements Move {}
    }

    /** An answer that is being given. */
    static final class Call {
        private final BlockingQueue<Move> moves = new LinkedBlockingQueue<>();

        void give(Move move) {
            moves.add(move);
        }
    }

    /** The answers that have not ended. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
        Call call = new Call();
        cancellation.onCancel(() -> call.give(new Move.Cancelled()));
        calls.add(call);
        try {
            return play(call, prompt, listener, cancellation);
        } finally {
            calls.remove(call);
        }
    }

    private static Completion play(Call call, Prompt prompt, Listener listener, Cancellation cancellation) {
        long said = 0;
        while (true) {
            Move move = next(call);
            if (cancellation.isCancelled()) {
                return new Completion(Finish.CANCELLED, 0, said);
            }
            switch (move) {
                case Move.Queue(int position) -> listener.queued(said == 0 ? position : 0);
                case Move.Piece(String text) -> {
                    if (said == 0) {
                        listener.queued(0);
                    }
                    if (said == prompt.maxOutputTokens()) {
                        return new Completion(Finish.LENGTH, 0, said);
                    }
                    said++;
                    listener.text(text);
                }
                case Move.End(Finish finish, long inputTokens) -> {
                    return new Completion(finish, inputTokens, said);
                }
                case Move.Fail(Kind kind) -> throw new ModelFailure(kind, "the schedule says so");
                case Move.Cancelled() -> throw new IllegalStateException("cancelled by nobody");
            }
        }
    }

    private static Move next(Call call) {
        try {
            return call.moves.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.FAILED, "interrupted", e);
        }
    }
}
