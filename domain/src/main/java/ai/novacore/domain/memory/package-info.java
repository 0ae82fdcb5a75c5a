@NullMarked
package ai.novacore.domain.memory;

import org.jspecify.annotations.NullMarked;
