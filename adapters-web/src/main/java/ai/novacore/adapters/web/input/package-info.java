/** Reads what requests say, and refuses what cannot be meant. */
@NullMarked
package ai.novacore.adapters.web.input;

import org.jspecify.annotations.NullMarked;
