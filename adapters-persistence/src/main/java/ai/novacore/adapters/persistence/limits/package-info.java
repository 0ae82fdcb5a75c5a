/** Rate limits, counted by Bucket4j for one node or for all. */
@NullMarked
package ai.novacore.adapters.persistence.limits;

import org.jspecify.annotations.NullMarked;
