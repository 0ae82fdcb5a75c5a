/** What operators see and what runs by itself: health, metrics, logs, recurring work. */
@NullMarked
package ai.novacore.bootstrap.operations;

import org.jspecify.annotations.NullMarked;
