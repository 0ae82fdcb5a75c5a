package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** All that a restart must find again. Not safe for several threads at once. */
final class State {
    /** As many old events and answers are kept; Stripe keeps 30 days of the first and one of the second. */
    private static final int KEPT = 1_000;

    final Store store = new Store();
    final Timeline timeline;
    final SequencedSet<String> undelivered = new LinkedHashSet<>();
    final SequencedMap<String, JsonObject> answers = new LinkedHashMap<>();
    private final StateFile file;

    State(StateFile file, Clock clock) {
        this.file = file;
        this.timeline = new Timeline(clock);
        file.read().ifPresent(this::load);
    }

    void save() {
        forgetTheOldest();
        JsonObject saved = new JsonObject();
        saved.addProperty("ahead_seconds", timeline.ahead().toSeconds());
        saved.add("objects", store.save());
        JsonArray waiting = new JsonArray();
        undelivered.forEach(waiting::add);
        saved.add("undelivered", waiting);
        JsonObject replies = new JsonObject();
        answers.forEach(replies::add);
        saved.add("answers", replies);
        file.write(saved);
    }

    private void load(JsonObject saved) {
        timeline.setAhead(Duration.ofSeconds(Fields.number(saved, "ahead_seconds")));
        store.load(saved.getAsJsonObject("objects"));
        for (JsonElement id : saved.getAsJsonArray("undelivered")) {
            undelivered.add(id.getAsString());
        }
        saved.getAsJsonObject("answers").asMap().forEach((key, answer) -> answers.put(key, answer.getAsJsonObject()));
    }

    private void forgetTheOldest() {
        while (answers.size() > KEPT) {
            answers.pollFirstEntry();
        }
        while (undelivered.size() > Deliveries.BOUND) {
            undelivered.removeFirst();
        }
        int surplus = store.size("event") - KEPT;
        if (surplus > 0) {
            store.all("event").stream()
                    .limit(surplus)
                    .map(event -> Fields.need(event, "id"))
                    .filter(id -> !undelivered.contains(id))
                    .forEach(id -> store.remove("event", id));
        }
    }
}
