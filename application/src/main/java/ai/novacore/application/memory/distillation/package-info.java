/** What becomes of memories with time: which are kept longer, which say the same, whose time is over; and undoing that. */
@NullMarked
package ai.novacore.application.memory.distillation;

import org.jspecify.annotations.NullMarked;
