package ai.novacore.application.model.port.out;

import java.util.Optional;

/**
 * A language model that names conversations. Blocking, for at most half a minute; to be called on a virtual thread
 * without a database connection.
 */
public interface TitleModel {
    /** How many {@code char}s a title has at most. */
    int LONGEST_TITLE = 60;

    /**
     * A title for a conversation that began with this exchange: one line without quotation marks around it, in the
     * language of the exchange, at most {@link #LONGEST_TITLE} long. Nothing when there is none to be had, for whatever
     * reason: a title is never worth a failure, nor that anybody waits for it.
     *
     * @param model the id of the model that answered
     */
    Optional<String> title(String model, String question, String answer);
}
