/** What care for the backbone needs. */
@NullMarked
package ai.novacore.application.backbone.port.out;

import org.jspecify.annotations.NullMarked;
