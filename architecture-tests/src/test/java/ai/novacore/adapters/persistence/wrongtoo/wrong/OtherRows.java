package ai.novacore.adapters.persistence.wrongtoo.wrong;

import ai.novacore.adapters.persistence.wrong.Rows;
import org.jspecify.annotations.Nullable;

/** Holds on to who holds on to it. */
public final class OtherRows {
    @Nullable Rows back;
}
