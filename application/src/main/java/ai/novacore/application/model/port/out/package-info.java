/** What the product asks of language models, whatever runs them. */
@NullMarked
package ai.novacore.application.model.port.out;

import org.jspecify.annotations.NullMarked;
