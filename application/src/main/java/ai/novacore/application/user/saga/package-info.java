@NullMarked
package ai.novacore.application.user.saga;

import org.jspecify.annotations.NullMarked;
