/** What all features share: correlation, paging, ids, and the shapes of projections, sagas and effects. */
@NullMarked
package ai.novacore.application.shared;

import org.jspecify.annotations.NullMarked;
