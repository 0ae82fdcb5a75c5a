/** What can be done with feedback. */
@NullMarked
package ai.novacore.application.feedback.port.in;

import org.jspecify.annotations.NullMarked;
