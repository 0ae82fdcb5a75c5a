package ai.novacore.adapters.web.backbone;

import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;

/** Who asks, for the record. */
final class Asking {
    /** Whoever may read the service secret. */
    private static final String SERVICE = "service";

    private Asking() {}

    static String name() {
        Actor actor = Correlation.current().actor();
        return actor.kind() == Actor.Kind.SYSTEM ? SERVICE : actor.id();
    }
}
