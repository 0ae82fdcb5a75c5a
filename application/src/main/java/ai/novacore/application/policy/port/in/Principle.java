package ai.novacore.application.policy.port.in;

import java.util.List;

/**
 * Something that the product stands for.
 *
 * @param id names it in records and to services: small letters, digits and hyphens
 * @param title a few words for people
 * @param text what is asked, or refused, in words that a member understands
 */
public record Principle(String id, String title, String text, Examples examples) {

    /** Texts and what is to be decided about them; they explain the principle to people and to a guard model. */
    public record Examples(List<String> blocked, List<String> flagged, List<String> allowed) {
        public static final Examples NONE = new Examples(List.of(), List.of(), List.of());

        public Examples {
            blocked = List.copyOf(blocked);
            flagged = List.copyOf(flagged);
            allowed = List.copyOf(allowed);
        }
    }
}
