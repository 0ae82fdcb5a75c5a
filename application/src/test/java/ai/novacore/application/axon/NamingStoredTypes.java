package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamingStoredTypes {

    @ParameterizedTest
    @MethodSource("eventTypes")
    void knowsEveryEventByItsName(Class<? extends DomainEvent> event) {
        SerializedType name = EventTypes.parse(StoredExamples.typeOf(event));

        assertThat(EventTypes.typeOf(event)).isEqualTo(name);
        assertThat(EventTypes.classOf(name)).isEqualTo(event);
        assertThat(EventTypes.isKnown(name)).isTrue();
        assertThat(StoredExamples.SERIALIZER.typeForClass(event)).isEqualTo(name);
        assertThat(StoredExamples.SERIALIZER.classForType(name)).isEqualTo(event);
    }

    @Test
    void knowsEveryAggregateByItsName() {
        assertThat(AggregateBinding.ALL)
                .hasSameSizeAs(Family.ALL)
                .allSatisfy(binding -> assertThat(EventTypes.typeOf(binding.shell()))
                        .isEqualTo(EventTypes.parse(StoredExamples.typeOf(binding.shell()))));
    }

    @Test
    void writesAndReadsNameAndVersion() {
        SerializedType type = EventTypes.parse("quota.usage-settled/1");

        assertThat(type.getName()).isEqualTo("quota.usage-settled");
        assertThat(type.getRevision()).isEqualTo("1");
        assertThat(EventTypes.format(type)).isEqualTo("quota.usage-settled/1");
        assertThat(EventTypes.classOf(type)).isEqualTo(UsageSettled.class);
    }

    @Test
    void reportsNamesAndVersionsThatItDoesNotKnow() {
        for (String unknown : List.of("quota.usage-settled/2", "quota.invented/1")) {
            SerializedType type = EventTypes.parse(unknown);

            assertThat(EventTypes.isKnown(type)).as(unknown).isFalse();
            assertThat(EventTypes.classOf(type)).as(unknown).isNull();
            assertThat(StoredExamples.SERIALIZER.classForType(type)).as(unknown).isEqualTo(UnknownSerializedType.class);
            Object read = StoredExamples.SERIALIZER.deserialize(new SimpleSerializedObject<>("{}", String.class, type));
            assertThat(read).as(unknown).isInstanceOf(UnknownSerializedType.class);
        }
    }

    @Test
    void refusesANameWithoutAVersion() {
        assertThatThrownBy(() -> EventTypes.parse("quota.opened")).isInstanceOf(RuntimeException.class);
    }

    static List<Class<? extends DomainEvent>> eventTypes() {
        return Family.eventTypes();
    }
}
