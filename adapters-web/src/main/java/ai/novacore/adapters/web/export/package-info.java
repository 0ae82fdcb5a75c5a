/** A member's data as one file. */
@NullMarked
package ai.novacore.adapters.web.export;

import org.jspecify.annotations.NullMarked;
