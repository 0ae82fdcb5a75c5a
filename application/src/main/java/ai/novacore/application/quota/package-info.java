/** The daily quota and its ledger. */
@NullMarked
package ai.novacore.application.quota;

import org.jspecify.annotations.NullMarked;
