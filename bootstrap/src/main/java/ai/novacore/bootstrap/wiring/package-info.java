/** Which adapter is behind which port. */
@NullMarked
package ai.novacore.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
