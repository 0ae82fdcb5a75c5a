package ai.novacore.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.ReadModelsContract;
import java.util.Objects;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitingReadModelsOnPostgres extends ReadModelsContract {
    private final TestDatabase database = TestDatabase.fresh();
    private @Nullable BackboneOnPostgres node;

    @AfterEach
    void close() {
        if (node != null) {
            node.close();
        }
        database.close();
    }

    @Override
    protected Following following(Projection projection) {
        BackboneOnPostgres started = BackboneOnPostgres.on(database, projection);
        node = started;
        return new Following(started.commands(), started.backbone.readModels());
    }

    /** So a node on which a projection does not run can tell whether it has reached what that node has recorded. */
    @Test
    void notesHowFarAProjectionHasComeWhereEveryNodeCanRead() {
        BackboneOnPostgres here = BackboneOnPostgres.on(database, new RecordingProjection());
        node = here;
        assertThat(here.tail.notedBy("nothing of this name")).isNull();

        here.commands().dispatch(Quotas.open("ada"));
        TrackingToken newest = Objects.requireNonNull(here.tail.latestRecordedHere());
        await().until(() -> {
            TrackingToken noted = here.tail.notedBy("recording");
            return noted != null && noted.covers(newest);
        });
    }
}
