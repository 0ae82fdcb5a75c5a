@NullMarked
package ai.novacore.domain.conversation;

import org.jspecify.annotations.NullMarked;
