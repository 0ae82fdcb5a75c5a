/** What support staff can do. */
@NullMarked
package ai.novacore.application.support.port.in;

import org.jspecify.annotations.NullMarked;
