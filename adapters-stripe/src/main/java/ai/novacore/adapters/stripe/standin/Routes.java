package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what answers a method and path. A step {@code *} of a pattern takes an id. */
final class Routes {
    private final List<Route> all = new ArrayList<>();

    record Route(String method, List<String> steps, Function<Call, JsonObject> answer) {
        /** Whether the answer may have changed the state. */
        boolean changes() {
            return !method.equals("GET");
        }
    }

    record Found(Route route, List<String> ids) {}

    void get(String pattern, Function<Call, JsonObject> answer) {
        all.add(new Route("GET", steps(pattern), answer));
    }

    void post(String pattern, Function<Call, JsonObject> answer) {
        all.add(new Route("POST", steps(pattern), answer));
    }

    void delete(String pattern, Function<Call, JsonObject> answer) {
        all.add(new Route("DELETE", steps(pattern), answer));
    }

    Optional<Found> find(String method, String path) {
        List<String> steps = steps(path);
        return all.stream()
                .filter(route -> route.method().equals(method) && matches(route.steps(), steps))
                .findFirst()
                .map(route -> new Found(route, ids(route.steps(), steps)));
    }

    private static List<String> steps(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean matches(List<String> pattern, List<String> steps) {
        if (pattern.size() != steps.size()) {
            return false;
        }
        for (int at = 0; at < steps.size(); at++) {
            if (!pattern.get(at).equals("*") && !pattern.get(at).equals(steps.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> ids(List<String> pattern, List<String> steps) {
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            if (pattern.get(at).equals("*")) {
                ids.add(steps.get(at));
            }
        }
        return ids;
    }
}
