@NullMarked
package ai.novacore.application.subscription.readmodel;

import org.jspecify.annotations.NullMarked;
