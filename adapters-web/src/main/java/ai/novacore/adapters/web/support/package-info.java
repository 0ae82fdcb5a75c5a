/** Support staff look into what happened to others: with a reason, masked, and noted. */
@NullMarked
package ai.novacore.adapters.web.support;

import org.jspecify.annotations.NullMarked;
