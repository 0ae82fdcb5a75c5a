/** What can be asked of conversations. */
@NullMarked
package ai.novacore.application.conversation.port.in;

import org.jspecify.annotations.NullMarked;
