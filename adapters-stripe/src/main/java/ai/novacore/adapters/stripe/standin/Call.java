package ai.novacore.adapters.stripe.standin;

import java.util.List;

/** A call of the API that found its route: what was sent, and the ids in the path. */
record Call(String path, Params params, List<String> ids) {

    String id() {
        return ids.getFirst();
    }
}
