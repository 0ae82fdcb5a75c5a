@NullMarked
package ai.novacore.application.quota.saga;

import org.jspecify.annotations.NullMarked;
