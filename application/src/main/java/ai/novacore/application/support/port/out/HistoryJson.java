package ai.novacore.application.support.port.out;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.PersonalText;

/**
 * Turns events and states into trees of maps, lists, texts, numbers and truth values, as they are written in JSON. Masked,
 * each personal text is only how long it is.
 */
public interface HistoryJson {

    String text(PersonalText text, boolean unmasked);

    Object event(DomainEvent event, boolean unmasked);

    Object state(Object state, boolean unmasked);

    /**
     * A payload that no program of today understands, as it is stored. What is sealed in it is opened where it is unmasked
     * and can be; masked, no text is shown, because nobody knows which of them are personal.
     *
     * @param stored JSON
     */
    Object stored(String stored, boolean unmasked);
}
