/** What can be taken along. */
@NullMarked
package ai.novacore.application.export.port.in;

import org.jspecify.annotations.NullMarked;
