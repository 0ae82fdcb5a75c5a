/** What {@code ./nova} does beside running the product: small commands that start nothing of it. */
@NullMarked
package ai.novacore.bootstrap.commands;

import org.jspecify.annotations.NullMarked;
