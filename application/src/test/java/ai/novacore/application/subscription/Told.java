package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that Stripe sends: an event about a customer, who is absent where Stripe does not name them. */
record Told(String id, String type, @Nullable String customer, Instant createdAt, Said said) {

    /** Tells no more than that something has changed. */
    static Told changed(String id, String type, String customer, Instant createdAt) {
        return new Told(id, type, customer, createdAt, new Said.Changed());
    }
}
