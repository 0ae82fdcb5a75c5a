@NullMarked
package ai.novacore.adapters.stripe;

import org.jspecify.annotations.NullMarked;
