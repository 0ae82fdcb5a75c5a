/** What stays open: answers under way and sockets, which end with the session and are let end when the product stops. */
@NullMarked
package ai.novacore.adapters.web.stream;

import org.jspecify.annotations.NullMarked;
