/** Whether the service is well, over HTTP. */
@NullMarked
package ai.novacore.adapters.web.health;

import org.jspecify.annotations.NullMarked;
