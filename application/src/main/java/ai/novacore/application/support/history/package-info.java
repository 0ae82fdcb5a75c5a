/** Time travel: what stands in the log, read again by the product's own rules. Nothing here can do anything. */
@NullMarked
package ai.novacore.application.support.history;

import org.jspecify.annotations.NullMarked;
