/** Accounts as screens show them. */
@NullMarked
package ai.novacore.application.user.readmodel;

import org.jspecify.annotations.NullMarked;
