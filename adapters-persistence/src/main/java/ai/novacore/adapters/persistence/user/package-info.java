/** Accounts and what must be really deletable: addresses, password hashes, tokens. */
@NullMarked
package ai.novacore.adapters.persistence.user;

import org.jspecify.annotations.NullMarked;
