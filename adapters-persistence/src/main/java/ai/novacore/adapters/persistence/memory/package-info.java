/** The memory shelf and the search over it. */
@NullMarked
package ai.novacore.adapters.persistence.memory;

import org.jspecify.annotations.NullMarked;
