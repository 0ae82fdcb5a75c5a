/** Pages for developers; they exist in the local profile only. */
@NullMarked
package ai.novacore.adapters.web.dev;

import org.jspecify.annotations.NullMarked;
