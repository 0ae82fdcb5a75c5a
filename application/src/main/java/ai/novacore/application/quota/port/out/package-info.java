/** Where usage is kept for reading. */
@NullMarked
package ai.novacore.application.quota.port.out;

import org.jspecify.annotations.NullMarked;
