package ai.novacore.application.model;

import ai.novacore.application.model.port.out.ChatModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** A model with a queue before it is a model; with room for one answer at a time, most questions have to wait. */
class AnsweringInTurn extends ChatModelContract {
    private final ScriptedChatModel scripted = new ScriptedChatModel("scripted");
    private final ChatModel queueing =
            new QueueingChatModel(scripted, new ModelQueue(1, 512, Duration.ofMinutes(2), new SimpleMeterRegistry()));

    @Override
    protected ChatModel model() {
        return queueing;
    }

    @Override
    protected ChatModel silentModel() {
        scripted.holds(0, "never said");
        return queueing;
    }

    @Override
    protected String knownModel() {
        return "scripted";
    }
}
