package ai.novacore.application.policy;

import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells whoever watches over the product who read what was decided about others. The reason is in the reader's own words,
 * the one thing in this log that somebody typed: it stands in a field of its own, which nobody can get out of.
 */
final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("ai.novacore.security");

    private SecurityLog() {}

    /** @param subject about whom; absent when about everybody */
    static void decisionsRead(UserId reader, @Nullable UserId subject, String reason) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("event", "policy_decisions_read")
                .addKeyValue("reader", reader.value())
                .addKeyValue("reason", reason);
        if (subject != null) {
            line = line.addKeyValue("subject", subject.value());
        }
        line.log("Somebody read what the policy decided");
    }
}
