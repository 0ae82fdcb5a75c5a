/**
 * Draws what is worth remembering from conversations that have settled. A feature of its own beside the memory, because it
 * reads conversations, which in turn are given memories.
 */
@NullMarked
package ai.novacore.application.reflection;

import org.jspecify.annotations.NullMarked;
