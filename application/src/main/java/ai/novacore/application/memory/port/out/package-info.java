/** Where memories are kept for reading and searching. */
@NullMarked
package ai.novacore.application.memory.port.out;

import org.jspecify.annotations.NullMarked;
