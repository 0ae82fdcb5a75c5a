/** The event store on PostgreSQL, and what Axon keeps beside it. See docs/adr/0003 and 0005. */
@NullMarked
package ai.novacore.adapters.persistence.eventstore;

import org.jspecify.annotations.NullMarked;
