/** What is remembered, and how it is found again. */
@NullMarked
package ai.novacore.application.memory;

import org.jspecify.annotations.NullMarked;
