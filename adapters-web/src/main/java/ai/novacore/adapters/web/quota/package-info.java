/** What was used and what is left, over HTTP. */
@NullMarked
package ai.novacore.adapters.web.quota;

import org.jspecify.annotations.NullMarked;
