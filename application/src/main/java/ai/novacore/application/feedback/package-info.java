/** What members say about the product. */
@NullMarked
package ai.novacore.application.feedback;

import org.jspecify.annotations.NullMarked;
