package ai.novacore.application.model;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.Prompt;

/**
 * Has questions wait for their turn before a model is asked.
 *
 * <p>Beyond the model's own failures: {@code UNAVAILABLE} when too many wait already or a turn does not come in time. A
 * question that is cancelled while it waits leaves the line at once.
 */
public final class QueueingChatModel implements ChatModel {
    private final ChatModel model;
    private final ModelQueue queue;

    public QueueingChatModel(ChatModel model, ModelQueue queue) {
        this.model = model;
        this.queue = queue;
    }

    @Override
    public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Completion(Finish.CANCELLED, 0, 0);
        }
        try (Place place = queue.enter(prompt.model(), prompt.owner())) {
            cancellation.onCancel(() -> queue.giveUp(place));
            return place.await(listener)
                    ? model.answer(prompt, listener, cancellation)
                    : new Completion(Finish.CANCELLED, 0, 0);
        }
    }
}
