/** Gives every request its correlation id and binds it while the request is worked on. */
@NullMarked
package ai.novacore.adapters.web.correlation;

import org.jspecify.annotations.NullMarked;
