/** Read models that are built anew beside those that are read. See docs/adr/0018. */
@NullMarked
package ai.novacore.adapters.persistence.replay;

import org.jspecify.annotations.NullMarked;
