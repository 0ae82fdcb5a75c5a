@NullMarked
package ai.novacore.application.memory.saga;

import org.jspecify.annotations.NullMarked;
