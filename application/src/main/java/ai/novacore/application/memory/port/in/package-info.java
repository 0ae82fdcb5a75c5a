/** What can be asked of memories. */
@NullMarked
package ai.novacore.application.memory.port.in;

import org.jspecify.annotations.NullMarked;
