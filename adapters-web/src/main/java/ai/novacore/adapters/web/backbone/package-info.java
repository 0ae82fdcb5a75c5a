/** What operators see of processors and dead letters, and do about them. */
@NullMarked
package ai.novacore.adapters.web.backbone;

import org.jspecify.annotations.NullMarked;
