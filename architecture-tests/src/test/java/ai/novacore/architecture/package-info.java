/** The rules of docs/adr that javac does not keep. */
@NullMarked
package ai.novacore.architecture;

import org.jspecify.annotations.NullMarked;
