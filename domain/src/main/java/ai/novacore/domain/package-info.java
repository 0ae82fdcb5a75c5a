@NullMarked
package ai.novacore.domain;

import org.jspecify.annotations.NullMarked;
