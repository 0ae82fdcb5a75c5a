package ai.novacore.application.support.history.wrong;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import org.jspecify.annotations.Nullable;

/** A look at the past that could change the present. */
public final class Meddler {
    @Nullable CommandDispatcher commands;
}
