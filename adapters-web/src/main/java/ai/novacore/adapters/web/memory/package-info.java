/** The memory browser over HTTP. */
@NullMarked
package ai.novacore.adapters.web.memory;

import org.jspecify.annotations.NullMarked;
