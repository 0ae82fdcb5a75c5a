/** The database: named, or embedded in the data folder. */
@NullMarked
package ai.novacore.bootstrap.database;

import org.jspecify.annotations.NullMarked;
