/** What conversations need from outside. */
@NullMarked
package ai.novacore.application.conversation.port.out;

import org.jspecify.annotations.NullMarked;
