/** Accounts: registration, sessions, verification. */
@NullMarked
package ai.novacore.application.user;

import org.jspecify.annotations.NullMarked;
