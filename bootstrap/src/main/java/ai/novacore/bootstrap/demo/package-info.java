/** The guided tour. */
@NullMarked
package ai.novacore.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
