/** Who is which customer at Stripe, and what Stripe sent. */
@NullMarked
package ai.novacore.adapters.persistence.subscription;

import org.jspecify.annotations.NullMarked;
