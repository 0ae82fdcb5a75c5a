/** What accounts need from outside. */
@NullMarked
package ai.novacore.application.user.port.out;

import org.jspecify.annotations.NullMarked;
