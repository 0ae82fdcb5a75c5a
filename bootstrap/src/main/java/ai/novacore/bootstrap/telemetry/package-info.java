/** What metrics and traces of the whole product have in common. */
@NullMarked
package ai.novacore.bootstrap.telemetry;

import org.jspecify.annotations.NullMarked;
