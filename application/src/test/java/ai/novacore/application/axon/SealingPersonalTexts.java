package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.axon.SagaShell.Connection;
import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryPersonalKeys;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnRated;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.shared.SingleValue;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is personal stands sealed in all that is stored, and is gone with the key of its person. */
class SealingPersonalTexts {
    private static final int VARIANTS = 50;
    private static final UserId ADA = Examples.ADA;
    private static final ConversationId TEA = new ConversationId("cnv_tea");
    private static final TurnId TURN = new TurnId("trn_1");
    private static final MemoryId MEMORY = new MemoryId("mem_1");
    private static final PersonalText HARBOUR = new PersonalText("met at the harbour");
    private static final ProfileChanged CHANGED = new ProfileChanged(ADA, Examples.NOON, HARBOUR);

    private final PersonalKeys keys = new InMemoryPersonalKeys();
    private final DomainSerializer serializer = new DomainSerializer(keys);

    @ParameterizedTest
    @MethodSource("personalEvents")
    void sealsAllThatIsPersonalInAnEvent(Class<? extends DomainEvent> type) {
        for (int seed = 0; seed < VARIANTS; seed++) {
            DomainEvent event = new RandomValues(seed).next(type);

            String stored = json(event);

            JsonNode tree = StoredExamples.tree(stored);
            for (RecordComponent part : personalParts(type)) {
                SingleValue value = valueOf(part, event);
                if (value != null && !value.value().isEmpty()) {
                    assertThat(tree.get(part.getName()).propertyNames())
                            .as("seed %d, %s", seed, part)
                            .containsExactly("for", "sealed");
                }
            }
            assertThat(read(event, stored)).as("seed %d", seed).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("personalEvents")
    void readsEveryEventOfSomebodyErased(Class<? extends DomainEvent> type) {
        for (int seed = 0; seed < VARIANTS; seed++) {
            DomainEvent event = new RandomValues(seed).next(type);
            String stored = json(event);
            keys.destroy(Objects.requireNonNull(Person.in(event)));

            DomainEvent read = read(event, stored);

            assertThat(read.at()).isEqualTo(event.at());
            for (RecordComponent part : personalParts(type)) {
                SingleValue value = valueOf(part, read);
                if (value != null && !value.value().isEmpty()) {
                    assertThat(value.value()).as("%s", part).matches("\\[erased]|usr_.*@erased\\.invalid");
                }
            }
        }
    }

    @Test
    void keepsOneErasedAddressApartFromAnother() {
        UserRegistered ada = registered(ADA);
        UserRegistered bob = registered(new UserId("usr_bob"));
        List<String> stored = List.of(json(ada), json(bob));
        keys.destroy(ada.id());
        keys.destroy(bob.id());

        assertThat(((UserRegistered) read(ada, stored.getFirst())).email())
                .isEqualTo(new EmailAddress("usr_ada@erased.invalid"))
                .isNotEqualTo(((UserRegistered) read(bob, stored.getLast())).email());
    }

    /** What people wrote before is a string, whatever it looks like. */
    @Test
    void readsWhatWasWrittenBeforeThereWereKeys() {
        ProfileChanged tricky =
                new ProfileChanged(ADA, Examples.NOON, new PersonalText("{\"for\":\"usr_bob\",\"sealed\":\"\"}"));
        String before = StoredExamples.json(tricky);

        assertThat(read(tricky, before)).isEqualTo(tricky);
        assertThat(read(tricky, json(tricky))).isEqualTo(tricky);
    }

    @Test
    void sealsSnapshots() {
        UserAggregate user = new UserAggregate();
        user.on(registered(ADA));
        ConversationAggregate conversation = new ConversationAggregate();
        conversation.on(new ConversationStarted(TEA, Examples.NOON, ADA, HARBOUR));
        conversation.on(new TurnRated(TEA, Examples.NOON, ADA, TURN, Rating.UP, HARBOUR));
        MemoryAggregate memory = new MemoryAggregate();
        memory.on(stored());
        memory.on(new MemoryRevised(MEMORY, Examples.NOON, ADA, new PersonalText("a harbour again")));
        List<Shell<?>> shells = List.of(user, conversation, memory);

        List<SerializedObject<String>> snapshots = shells.stream()
                .map(shell -> serializer.serialize(shell, String.class))
                .toList();

        for (int n = 0; n < shells.size(); n++) {
            assertThat(snapshots.get(n).getData()).contains("sealed").doesNotContain("harbour", "@example.org");
            assertThat(shell(snapshots.get(n)).state()).isEqualTo(shells.get(n).state());
        }
        keys.destroy(ADA);
        assertThat(snapshots)
                .allSatisfy(snapshot ->
                        assertThat(shell(snapshot).state().toString()).isNotEmpty());
        assertThat(((UserAggregate) shell(snapshots.getFirst())).state().displayName())
                .isEqualTo(new PersonalText("[erased]"));
    }

    @Test
    void sealsWhatASagaKeepsInMind() {
        RememberTurnSagaShell shell = new RememberTurnSagaShell();
        shell.connect(new Connection<>(new WhenTurnCompletedThenRemember(), new InMemoryCommandDispatcher()));
        shell.react(new TurnStarted(TEA, Examples.NOON, ADA, TURN, HARBOUR, "llama3.2", List.of(), "node-1", null));

        SerializedObject<byte[]> stored = serializer.serialize(shell, byte[].class);

        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .contains("sealed")
                .doesNotContain("harbour");
        RememberTurnSagaShell loaded = serializer.deserialize(stored);
        assertThat(loaded.progress()).isEqualTo(shell.progress());
    }

    /** Whoever adds something that holds personal text has to say whose it is. */
    @Test
    void refusesTextOfNobody() {
        record Stray(PersonalText text) {}

        assertThatIllegalStateException()
                .isThrownBy(() -> serializer.serialize(new Stray(HARBOUR), String.class))
                .withMessageContaining("nobody");
        assertThat(serializer
                        .serialize(new Stray(new PersonalText("")), String.class)
                        .getData())
                .isEqualTo("{\"text\":\"\"}");
    }

    @Test
    void letsAFailureOfTheKeysThroughAsItIs() {
        DomainSerializer failing = new DomainSerializer(new BrokenKeys());

        assertThatThrownBy(() -> failing.serialize(CHANGED, String.class)).isInstanceOf(LostRace.class);
        SerializedObject<String> stored = serializer.serialize(CHANGED, String.class);
        assertThatThrownBy(() -> failing.deserialize(stored)).isInstanceOf(LostRace.class);
    }

    static List<Class<? extends DomainEvent>> personalEvents() {
        return Family.eventTypes().stream()
                .filter(type -> !personalParts(type).isEmpty())
                .toList();
    }

    private static List<RecordComponent> personalParts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> part.getType() == PersonalText.class || part.getType() == EmailAddress.class)
                .toList();
    }

    private static @Nullable SingleValue valueOf(RecordComponent part, DomainEvent event) {
        try {
            return (SingleValue) part.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static UserRegistered registered(UserId user) {
        return new UserRegistered(
                user, Examples.NOON, new EmailAddress("ada@example.org"), HARBOUR, List.of(Role.MEMBER));
    }

    private static MemoryStored stored() {
        return new MemoryStored(
                MEMORY,
                Examples.NOON,
                ADA,
                MemoryTier.LTM,
                MemoryKind.FACT,
                HARBOUR,
                0.5,
                List.of(),
                Examples.NOON,
                null,
                null);
    }

    private String json(DomainEvent event) {
        return serializer.serialize(event, String.class).getData();
    }

    private DomainEvent read(DomainEvent like, String stored) {
        return Upcasters.read(
                serializer,
                new SimpleSerializedObject<>(
                        stored, String.class, EventTypes.parse(StoredExamples.typeOf(like.getClass()))));
    }

    private Shell<?> shell(SerializedObject<String> snapshot) {
        return serializer.deserialize(snapshot);
    }

    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class BrokenKeys implements PersonalKeys {
        @Override
        public String seal(UserId person, String text) {
            throw new LostRace();
        }

        @Override
        public Optional<String> open(UserId person, String sealed) {
            throw new LostRace();
        }

        @Override
        public void destroy(UserId person) {
            throw new LostRace();
        }
    }
}
