@NullMarked
package ai.novacore.adapters.web.subscription;

import org.jspecify.annotations.NullMarked;
