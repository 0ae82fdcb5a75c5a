/** How what is remembered is found again: the ranking, in memory and without technology. */
@NullMarked
package ai.novacore.application.memory.recall;

import org.jspecify.annotations.NullMarked;
