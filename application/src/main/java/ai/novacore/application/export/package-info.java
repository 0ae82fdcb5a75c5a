/** A person's data, put together for them to take along. Knows the other features; none of them knows it. */
@NullMarked
package ai.novacore.application.export;

import org.jspecify.annotations.NullMarked;
