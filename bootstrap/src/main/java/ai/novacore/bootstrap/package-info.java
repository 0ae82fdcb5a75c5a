@NullMarked
package ai.novacore.bootstrap;

import org.jspecify.annotations.NullMarked;
