/** Support staff look into what happened to others, and are themselves watched. */
@NullMarked
package ai.novacore.application.support;

import org.jspecify.annotations.NullMarked;
