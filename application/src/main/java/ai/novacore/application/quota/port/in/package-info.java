/** What can be asked about usage. */
@NullMarked
package ai.novacore.application.quota.port.in;

import org.jspecify.annotations.NullMarked;
