/** How the parts of the product are, as /health tells it. */
@NullMarked
package ai.novacore.bootstrap.health;

import org.jspecify.annotations.NullMarked;
