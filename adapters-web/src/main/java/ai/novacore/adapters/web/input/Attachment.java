package ai.novacore.adapters.web.input;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A file that browsers save and do not show.
 *
 * @param name what it is called; made by us, never by people
 */
public record Attachment(String name, MediaType type) {

    public static Attachment named(String name, MediaType type) {
        return new Attachment(name, type);
    }

    /** Says so in the headers, before the first byte of the file. */
    public void announce(HttpServletResponse response) {
        response.setContentType(new MediaType(type, StandardCharsets.UTF_8).toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
