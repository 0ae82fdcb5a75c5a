/** What is judged before a model sees it and before a reader does, and by which principles. */
@NullMarked
package ai.novacore.application.policy;

import org.jspecify.annotations.NullMarked;
