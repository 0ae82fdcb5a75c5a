@NullMarked
package ai.novacore.domain.subscription;

import org.jspecify.annotations.NullMarked;
