/** What can be asked of subscriptions. */
@NullMarked
package ai.novacore.application.subscription.port.in;

import org.jspecify.annotations.NullMarked;
