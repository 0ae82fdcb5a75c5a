/** What members said about the product. */
@NullMarked
package ai.novacore.adapters.persistence.feedback;

import org.jspecify.annotations.NullMarked;
