/** Where the principles come from: a file that is read strictly. */
@NullMarked
package ai.novacore.bootstrap.policy;

import org.jspecify.annotations.NullMarked;
