package ai.novacore.adapters.web.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever watches over the product who was refused at the door or reached for what is not theirs, one line an event.
 * Reasons are codes and routes are templates of the product's own: nothing that somebody sent comes into a line.
 */
public final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("ai.novacore.security");

    private SecurityLog() {}

    /** Whoever shows nothing has mostly just been logged out, which is worth no line of its own. */
    public static void nothingShown(String route) {
        LOG.atDebug()
                .addKeyValue("event", "token_missing")
                .addKeyValue("route", route)
                .log("A request came without a token");
    }

    /** A token that was changed, forged, is over, or belongs to a session that is. */
    public static void tokenRefused(String reason, String route) {
        LOG.atInfo()
                .addKeyValue("event", "token_refused")
                .addKeyValue("reason", reason)
                .addKeyValue("route", route)
                .log("An access token was refused");
    }

    /** A good token of somebody who may do nothing any more. */
    public static void suspended(String subject) {
        LOG.atWarn()
                .addKeyValue("event", "suspended_refused")
                .addKeyValue("subject", subject)
                .log("Somebody who is suspended was refused");
    }

    /** Somebody lacks the role. */
    public static void roleMissing(String subject, String route) {
        LOG.atWarn()
                .addKeyValue("event", "role_missing")
                .addKeyValue("subject", subject)
                .addKeyValue("route", route)
                .log("Somebody asked for what their roles do not allow");
    }

    /** A service token that is not good ({@code service_token_invalid}), or not for this ({@code scope_missing}). */
    public static void serviceRefused(String reason) {
        LOG.atWarn()
                .addKeyValue("event", "service_refused")
                .addKeyValue("reason", reason)
                .log("A service was refused");
    }

    /** An id that is unknown, or somebody else's: nobody else is told the difference, and no query asks for it. */
    static void nothingOfTheirs() {
        LOG.atInfo().addKeyValue("event", "not_found").log("Somebody asked for what is not there, or not theirs");
    }
}
