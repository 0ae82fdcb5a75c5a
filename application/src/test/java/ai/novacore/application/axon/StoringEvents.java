package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.shared.SingleValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is in the log can be read for ever: its form is fixed by a file for every type and version. */
class StoringEvents {
    private static final boolean APPROVE = Boolean.getBoolean("nova.approve");
    private static final int VARIANTS = 100;

    @ParameterizedTest
    @MethodSource("eventTypes")
    void hasAFileForEveryEvent(Class<? extends DomainEvent> event) {
        if (APPROVE) {
            StoredExamples.approve(event);
        }
        assertThat(Files.exists(StoredExamples.fileOf(StoredExamples.typeOf(event))))
                .as(
                        "%s is missing. If %s is new, run this test once with -Dnova.approve=true, look at the file that"
                                + " it writes, and commit it",
                        StoredExamples.fileOf(StoredExamples.typeOf(event)), event.getSimpleName())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("typesOfToday")
    void readsWhatIsStoredAndWritesItTheSame(String type) {
        String stored = StoredExamples.read(type);

        DomainEvent event = StoredExamples.event(type, stored);

        assertThat(StoredExamples.pretty(StoredExamples.json(event)))
                .as(
                        "%s is in databases in this form. An event of another form needs a new version, with an upcaster"
                                + " for this one",
                        type)
                .isEqualTo(stored);
        assertThat(StoredExamples.typeOf(event.getClass())).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void readsBackWhatItWrote(Class<? extends DomainEvent> event) {
        for (int seed = 0; seed < VARIANTS; seed++) {
            DomainEvent written = new RandomValues(seed).next(event);

            DomainEvent read = StoredExamples.event(StoredExamples.typeOf(event), StoredExamples.json(written));

            assertThat(read).as("seed %d", seed).isEqualTo(written);
        }
    }

    @Test
    void keepsNoFileOfAnEventThatNobodyCanRead() {
        assertThat(StoredExamples.types())
                .hasSizeGreaterThanOrEqualTo(eventTypes().size())
                .allSatisfy(type -> assertThat(StoredExamples.event(type, StoredExamples.read(type)))
                        .isInstanceOf(DomainEvent.class));
    }

    @ParameterizedTest
    @MethodSource("olderTypes")
    void losesNothingOfAnOlderVersion(String type) {
        JsonNode stored = StoredExamples.tree(StoredExamples.read(type));

        JsonNode today =
                StoredExamples.tree(StoredExamples.json(StoredExamples.event(type, StoredExamples.read(type))));

        assertThat(today.properties()).as(type).containsAll(stored.properties());
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void writesValueObjectsAsPlainStrings(Class<? extends DomainEvent> event) {
        String json = StoredExamples.read(StoredExamples.typeOf(event));

        assertThat(plainStrings(event, StoredExamples.tree(json))).isPositive();
    }

    /** Checks a record's components, and theirs; returns how many value objects there were. */
    private static int plainStrings(Class<?> type, JsonNode json) {
        int found = 0;
        for (RecordComponent part : type.getRecordComponents()) {
            JsonNode value = json.get(part.getName());
            Class<?> partType = part.getType();
            if (part.getGenericType() instanceof ParameterizedType several) {
                partType = (Class<?>) several.getActualTypeArguments()[0];
                value = value.get(0);
            }
            if (SingleValue.class.isAssignableFrom(partType)) {
                assertThat(value.isString()).as("%s", part).isTrue();
                found++;
            } else if (partType.isRecord()) {
                found += plainStrings(partType, value);
            }
        }
        return found;
    }

    static List<Class<? extends DomainEvent>> eventTypes() {
        return Family.eventTypes();
    }

    static List<String> typesOfToday() {
        return StoredExamples.types().stream()
                .filter(type -> EventTypes.isKnown(EventTypes.parse(type)))
                .toList();
    }

    static List<String> olderTypes() {
        return StoredExamples.types().stream()
                .filter(type -> !EventTypes.isKnown(EventTypes.parse(type)))
                .toList();
    }
}
