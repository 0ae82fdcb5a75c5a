@NullMarked
package ai.novacore.application;

import org.jspecify.annotations.NullMarked;
