/** Care for what follows the events: read models that are built anew, events whose handling failed. See docs/adr/0018. */
@NullMarked
package ai.novacore.application.backbone;

import org.jspecify.annotations.NullMarked;
