/** The keys under which the log keeps what is personal, made and used by Google Tink. See docs/adr/0014. */
@NullMarked
package ai.novacore.adapters.persistence.keys;

import org.jspecify.annotations.NullMarked;
