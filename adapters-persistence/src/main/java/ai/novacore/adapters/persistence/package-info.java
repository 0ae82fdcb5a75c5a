/** PostgreSQL behind the application's ports. */
@NullMarked
package ai.novacore.adapters.persistence;

import org.jspecify.annotations.NullMarked;
