package ai.novacore.adapters.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A failure as operators may read it. Mail servers quote addresses in what they answer; here they are left out. */
final class Anonymized extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"']+@[^\\s<>\"']+");
    private static final int MAX_CAUSES = 5;

    private Anonymized(String message) {
        super(message);
    }

    /** What {@code failure} and its causes say, with its place in the code. */
    static Anonymized of(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable t = failure; t != null && messages.size() < MAX_CAUSES; t = t.getCause()) {
            messages.add(t.getClass().getSimpleName() + ": " + withoutAddresses(t.getMessage()));
        }
        Anonymized anonymized = new Anonymized(String.join("; ", messages));
        anonymized.setStackTrace(failure.getStackTrace());
        return anonymized;
    }

    private static String withoutAddresses(@Nullable String message) {
        return message == null ? "" : ADDRESS.matcher(message).replaceAll("…");
    }
}
