/** Memories as screens show them. */
@NullMarked
package ai.novacore.application.memory.readmodel;

import org.jspecify.annotations.NullMarked;
