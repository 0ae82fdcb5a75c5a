/** Who of the staff looked at what. */
@NullMarked
package ai.novacore.adapters.persistence.support;

import org.jspecify.annotations.NullMarked;
