/** What happened, in sentences for people. */
@NullMarked
package ai.novacore.adapters.web.history;

import org.jspecify.annotations.NullMarked;
