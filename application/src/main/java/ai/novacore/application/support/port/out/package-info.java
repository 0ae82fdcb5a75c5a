/** What support needs from outside. */
@NullMarked
package ai.novacore.application.support.port.out;

import org.jspecify.annotations.NullMarked;
