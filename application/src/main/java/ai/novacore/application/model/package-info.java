/** How the product shares language models among those who ask, whatever runs the models. */
@NullMarked
package ai.novacore.application.model;

import org.jspecify.annotations.NullMarked;
