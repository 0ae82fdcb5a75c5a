package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.TitleModel;
import java.util.Optional;

/** The stand-in finds no titles, so conversations keep the beginning of their first question. */
public final class StandInTitleModel implements TitleModel {

    @Override
    public Optional<String> title(String model, String question, String answer) {
        return Optional.empty();
    }
}
