package ai.novacore.domain.shared;

import java.util.Objects;

/**
 * Text that belongs to a person: what they wrote, were told, or are called. The type marks it, so that logs never show
 * it, support sees it masked, and the event store knows which parts of an event fall under that person's key.
 */
public record PersonalText(String value) implements SingleValue {
    public PersonalText {
        Objects.requireNonNull(value);
    }

    /** Shows the length only: this ends up in logs and error messages. */
    @Override
    public String toString() {
        return "PersonalText[" + value.length() + " characters]";
    }
}
