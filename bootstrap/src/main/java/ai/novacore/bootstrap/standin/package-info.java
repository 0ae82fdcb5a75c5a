@NullMarked
package ai.novacore.bootstrap.standin;

import org.jspecify.annotations.NullMarked;
