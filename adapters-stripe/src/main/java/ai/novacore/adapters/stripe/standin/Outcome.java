package ai.novacore.adapters.stripe.standin;

/** What a browser is to be answered. */
public sealed interface Outcome {

    /** @param status 200, 404 for a session that never was, 410 for one that expired, 422 for a form that was refused */
    record Page(int status, String html) implements Outcome {}

    /** To be sent as 303, so that the browser follows with a GET. */
    record Redirect(String to) implements Outcome {}
}
