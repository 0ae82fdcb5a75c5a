/** What can be asked of accounts. */
@NullMarked
package ai.novacore.application.user.port.in;

import org.jspecify.annotations.NullMarked;
