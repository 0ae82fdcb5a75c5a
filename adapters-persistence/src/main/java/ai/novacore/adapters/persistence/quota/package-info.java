/** Daily usage and the ledger. */
@NullMarked
package ai.novacore.adapters.persistence.quota;

import org.jspecify.annotations.NullMarked;
