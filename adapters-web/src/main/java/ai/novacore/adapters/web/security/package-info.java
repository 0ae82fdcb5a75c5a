/** Who may come in: tokens, keys, passwords, open routes, headers, limits of bodies. */
@NullMarked
package ai.novacore.adapters.web.security;

import org.jspecify.annotations.NullMarked;
