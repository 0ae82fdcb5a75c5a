/** The chat over a WebSocket: the same questions and answers as over HTTP, several at once on one connection. */
@NullMarked
package ai.novacore.adapters.web.socket;

import org.jspecify.annotations.NullMarked;
