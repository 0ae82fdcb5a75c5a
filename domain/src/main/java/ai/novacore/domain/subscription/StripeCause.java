package ai.novacore.domain.subscription;

import java.time.Instant;

/**
 * The Stripe event that a change goes back to.
 *
 * @param eventId Stripe's {@code evt_…}, or a name of ours where we asked Stripe without having been told
 * @param createdAt when Stripe created it, or when we asked
 */
public record StripeCause(String eventId, Instant createdAt) {}
