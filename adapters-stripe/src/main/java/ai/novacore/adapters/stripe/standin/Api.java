package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers calls of Stripe's API, whatever brought them here. */
final class Api {
    private final State state;
    private final Turns turns;
    private final Billing billing;
    private final Expansion expansion;
    private final Routes routes = new Routes();

    Api(State state, Turns turns, Billing billing, Supplier<String> publicBase) {
        this.state = state;
        this.turns = turns;
        this.billing = billing;
        this.expansion = new Expansion(state.store);
        new CustomerApi(billing).addTo(routes);
        new CheckoutApi(billing, publicBase).addTo(routes);
        new SubscriptionApi(billing).addTo(routes);
        new MoneyApi(billing).addTo(routes);
        new Reading(state.store).addTo(routes);
    }

    /** @param form the query of a GET or DELETE, the body of a POST */
    record Request(
            String id,
            String method,
            String path,
            @Nullable String form,
            @Nullable String authorization,
            @Nullable String idempotencyKey) {}

    record Answer(int status, String body, boolean replayed) {}

    Answer answer(Request request) {
        try {
            if (request.authorization() == null || !request.authorization().startsWith("Bearer sk_test_")) {
                throw ApiError.unauthorized();
            }
            Routes.Found found = routes.find(request.method(), request.path())
                    .orElseThrow(() -> ApiError.unknownRoute(request.method(), request.path()));
            Call call = new Call(request.path(), Params.parse(request.form()), found.ids());
            Supplier<Answer> work = () -> once(request, found.route(), call);
            return found.route().changes() ? turns.change(work) : turns.read(work);
        } catch (ApiError e) {
            return refusal(e);
        }
    }

    /** The answer that was given to the same key and form before, or a new one, which is kept when it had an effect. */
    private Answer once(Request request, Routes.Route route, Call call) {
        String key = request.idempotencyKey();
        if (key == null || !request.method().equals("POST")) {
            return perform(request, route, call);
        }
        String asked = request.path() + "?" + call.params().values();
        Optional<JsonObject> before = Optional.ofNullable(state.answers.get(key));
        if (before.isPresent()) {
            if (!Fields.is(before.get(), "asked", asked)) {
                throw ApiError.otherParameters();
            }
            return new Answer((int) Fields.number(before.get(), "status"), Fields.need(before.get(), "body"), true);
        }
        Answer answer = perform(request, route, call);
        if (answer.status() == 200 || answer.status() == 402) {
            JsonObject kept = new JsonObject();
            kept.addProperty("asked", asked);
            kept.addProperty("status", answer.status());
            kept.addProperty("body", answer.body());
            state.answers.put(key, kept);
        }
        return answer;
    }

    private Answer perform(Request request, Routes.Route route, Call call) {
        try {
            return billing.events.during(request.id(), request.idempotencyKey(), () -> {
                JsonObject answer = Fields.shown(route.answer().apply(call));
                expansion.expand(answer, call.params().list("expand"));
                return new Answer(200, answer.toString(), false);
            });
        } catch (ApiError e) {
            return refusal(e);
        }
    }

    static Answer refusal(ApiError error) {
        return new Answer(error.status(), error.body().toString(), false);
    }
}
