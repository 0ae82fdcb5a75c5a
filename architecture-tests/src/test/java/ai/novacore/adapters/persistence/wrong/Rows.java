package ai.novacore.adapters.persistence.wrong;

import ai.novacore.adapters.persistence.wrongtoo.wrong.OtherRows;
import org.jspecify.annotations.Nullable;

/** Knows the tables of another feature, which know its own. */
public final class Rows {
    @Nullable OtherRows others;
}
