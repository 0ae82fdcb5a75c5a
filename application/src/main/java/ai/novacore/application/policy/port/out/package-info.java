/** What the policy needs: a guard model, if any, and a place for what was decided. */
@NullMarked
package ai.novacore.application.policy.port.out;

import org.jspecify.annotations.NullMarked;
