package ai.novacore.adapters.email;

import java.util.List;

/**
 * A mail in words.
 *
 * @param links the web addresses in the plain text, in order
 */
record RenderedMail(String subject, String text, String html, List<String> links) {
    RenderedMail {
        links = List.copyOf(links);
    }
}
