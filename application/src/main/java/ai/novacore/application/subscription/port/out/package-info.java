/** What subscriptions need from outside. */
@NullMarked
package ai.novacore.application.subscription.port.out;

import org.jspecify.annotations.NullMarked;
