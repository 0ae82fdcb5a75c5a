/** Conversations as screens show them. */
@NullMarked
package ai.novacore.application.conversation.readmodel;

import org.jspecify.annotations.NullMarked;
