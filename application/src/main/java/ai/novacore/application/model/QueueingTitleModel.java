package ai.novacore.application.model;

import ai.novacore.application.model.port.out.TitleModel;
import java.util.Optional;

/** Titles only when the model has nothing else to do: an answer is never kept waiting by a title that is begun later. */
public final class QueueingTitleModel implements TitleModel {
    private final TitleModel titles;
    private final ModelQueue queue;

    public QueueingTitleModel(TitleModel titles, ModelQueue queue) {
        this.titles = titles;
        this.queue = queue;
    }

    @Override
    public Optional<String> title(String model, String question, String answer) {
        return queue.enterIfIdle(model).flatMap(place -> {
            try (place) {
                return titles.title(model, question, answer);
            }
        });
    }
}
