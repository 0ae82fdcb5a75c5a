/** Keys and secrets: generated on a laptop, asked for and checked in production. */
@NullMarked
package ai.novacore.bootstrap.secrets;

import org.jspecify.annotations.NullMarked;
