@NullMarked
package ai.novacore.adapters.persistence;

import org.jspecify.annotations.NullMarked;
