@NullMarked
package ai.novacore.domain.user;

import org.jspecify.annotations.NullMarked;
