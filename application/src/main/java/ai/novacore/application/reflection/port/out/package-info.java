/** What reflection keeps for itself. */
@NullMarked
package ai.novacore.application.reflection.port.out;

import org.jspecify.annotations.NullMarked;
