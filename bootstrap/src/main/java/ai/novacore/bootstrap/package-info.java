/** The Spring Boot application: which adapters are behind the ports, by configuration and profile. */
@NullMarked
package ai.novacore.bootstrap;

import org.jspecify.annotations.NullMarked;
