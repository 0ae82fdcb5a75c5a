/** What members say about the product, over HTTP. */
@NullMarked
package ai.novacore.adapters.web.feedback;

import org.jspecify.annotations.NullMarked;
