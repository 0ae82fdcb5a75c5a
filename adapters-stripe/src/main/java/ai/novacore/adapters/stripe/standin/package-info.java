/**
 * A local stand-in for Stripe: enough of its HTTP API for the real client, test pages for checkout and portal, signed
 * webhooks, and a clock that can be moved. Exists only where somebody constructs it, and listens on loopback alone.
 */
@NullMarked
package ai.novacore.adapters.stripe.standin;

import org.jspecify.annotations.NullMarked;
