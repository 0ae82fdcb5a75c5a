/** Conversations, and the leases of the nodes that answer in them. */
@NullMarked
package ai.novacore.adapters.persistence.conversation;

import org.jspecify.annotations.NullMarked;
