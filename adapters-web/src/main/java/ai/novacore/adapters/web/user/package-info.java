/** Accounts and sessions over HTTP. */
@NullMarked
package ai.novacore.adapters.web.user;

import org.jspecify.annotations.NullMarked;
