/** Ports that all features share. */
@NullMarked
package ai.novacore.application.shared.port.out;

import org.jspecify.annotations.NullMarked;
