/** Every refusal and failure as a problem document, with one stable code each. */
@NullMarked
package ai.novacore.adapters.web.problem;

import org.jspecify.annotations.NullMarked;
