/** What feedback needs from outside. */
@NullMarked
package ai.novacore.application.feedback.port.out;

import org.jspecify.annotations.NullMarked;
