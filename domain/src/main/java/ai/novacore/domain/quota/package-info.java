@NullMarked
package ai.novacore.domain.quota;

import org.jspecify.annotations.NullMarked;
