package ai.novacore.adapters.web.support;

import ai.novacore.domain.shared.UserId;

/**
 * Who of the staff asks, and why; for routes below {@code /support} that want to know it.
 *
 * @param reason in their own words; plain text on one line
 * @param unmasked whether personal text is to be shown, which their role allows
 */
public record Staff(UserId id, String reason, boolean unmasked) {}
