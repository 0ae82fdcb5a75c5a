/** What operators ask of the backbone. */
@NullMarked
package ai.novacore.application.backbone.port.in;

import org.jspecify.annotations.NullMarked;
