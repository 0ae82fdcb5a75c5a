@NullMarked
package ai.novacore.adapters.ollama;

import org.jspecify.annotations.NullMarked;
