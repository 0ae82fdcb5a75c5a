package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.WebhookReader;
import ai.novacore.application.subscription.port.out.WebhookVerifier;
import ai.novacore.domain.shared.DomainRejection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks whose text is the name of what they tell. Those whose name nobody has told before cannot be read. */
final class ToldWebhooks implements WebhookVerifier, WebhookReader {
    static final String SIGNED = "by Stripe";

    private final Map<String, Told> told = new HashMap<>();

    /** The bytes that Stripe sends to tell it. */
    byte[] body(Told what) {
        told.put(what.id(), what);
        return what.id().getBytes(StandardCharsets.UTF_8);
    }

    /** From now on its text says nothing that can be understood. */
    void garble(String id) {
        told.remove(id);
    }

    @Override
    public Notice verify(byte[] body, @Nullable String signature) {
        if (!SIGNED.equals(signature)) {
            throw DomainRejection.invalid("invalid_signature", "Not by Stripe.");
        }
        Told what = Optional.ofNullable(told.get(new String(body, StandardCharsets.UTF_8)))
                .orElseThrow(() -> DomainRejection.invalid("invalid_request", "No event."));
        return new Notice(what.id(), what.type(), what.customer(), what.createdAt());
    }

    @Override
    public Said read(String payload) {
        Told what = told.get(payload);
        if (what == null) {
            throw new IllegalArgumentException("cannot be read");
        }
        return what.said();
    }
}
