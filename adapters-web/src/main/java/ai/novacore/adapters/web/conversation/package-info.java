/** The chat over HTTP and SSE, and its history. */
@NullMarked
package ai.novacore.adapters.web.conversation;

import org.jspecify.annotations.NullMarked;
