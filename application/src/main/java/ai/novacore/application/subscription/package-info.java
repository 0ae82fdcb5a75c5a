/** What members pay for. */
@NullMarked
package ai.novacore.application.subscription;

import org.jspecify.annotations.NullMarked;
