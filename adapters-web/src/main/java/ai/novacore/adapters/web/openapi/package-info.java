/** Describes the routes for clients that are generated. */
@NullMarked
package ai.novacore.adapters.web.openapi;

import org.jspecify.annotations.NullMarked;
