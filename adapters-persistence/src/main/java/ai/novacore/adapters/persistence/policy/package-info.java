/** What the policy decided. */
@NullMarked
package ai.novacore.adapters.persistence.policy;

import org.jspecify.annotations.NullMarked;
