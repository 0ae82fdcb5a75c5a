@NullMarked
package ai.novacore.domain.shared;

import org.jspecify.annotations.NullMarked;
