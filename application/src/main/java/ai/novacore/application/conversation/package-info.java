/** Questions, answers, and the threads they form. */
@NullMarked
package ai.novacore.application.conversation;

import org.jspecify.annotations.NullMarked;
