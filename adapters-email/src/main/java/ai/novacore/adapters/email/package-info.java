@NullMarked
package ai.novacore.adapters.email;

import org.jspecify.annotations.NullMarked;
