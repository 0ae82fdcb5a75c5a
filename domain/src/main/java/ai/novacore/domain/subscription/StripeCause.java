package ai.novacore.domain.subscription;

import java.time.Instant;

/**
 * The Stripe event that a change goes back to.
 *
 * @param eventId Stripe's {@code evt_…}; the same event is applied once
 * @param createdAt when Stripe created it; older facts than those applied are ignored
 */
public record StripeCause(String eventId, Instant createdAt) {}
