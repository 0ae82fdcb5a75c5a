/** What administrators do: roles, suspension, invitations. */
@NullMarked
package ai.novacore.adapters.web.admin;

import org.jspecify.annotations.NullMarked;
