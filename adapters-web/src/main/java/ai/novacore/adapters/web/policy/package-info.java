/** The policy over HTTP: for other services, for support staff, and for monitors. */
@NullMarked
package ai.novacore.adapters.web.policy;

import org.jspecify.annotations.NullMarked;
