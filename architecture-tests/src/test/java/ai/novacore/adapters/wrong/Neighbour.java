package ai.novacore.adapters.wrong;

import ai.novacore.adapters.wrongtoo.wrong.OtherNeighbour;
import ai.novacore.bootstrap.wrong.Wiring;
import org.axonframework.eventhandling.EventBus;
import org.jspecify.annotations.Nullable;

/** An adapter that knows another one, bootstrap, and Axon. */
public final class Neighbour {
    @Nullable OtherNeighbour neighbour;

    @Nullable Wiring wiring;

    @Nullable EventBus bus;
}
