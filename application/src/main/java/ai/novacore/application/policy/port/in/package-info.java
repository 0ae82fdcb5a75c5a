/** What can be asked of the policy. */
@NullMarked
package ai.novacore.application.policy.port.in;

import org.jspecify.annotations.NullMarked;
