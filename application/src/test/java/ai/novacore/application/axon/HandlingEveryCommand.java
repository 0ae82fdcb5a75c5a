package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.DuplicateCommandHandlerSubscriptionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandlingEveryCommand {
    private final InMemoryBackbone node = InMemoryBackbone.with();

    @AfterEach
    void close() {
        node.close();
    }

    @ParameterizedTest
    @MethodSource("commandTypes")
    void somebodyHandles(Class<? extends DomainCommand> type) {
        DomainCommand command = new RandomValues(1).next(type);

        Throwable thrown = catchThrowable(() -> node.commands().dispatch(command));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(DomainRejection.class);
        }
    }

    @Test
    void saysSoWhenNobodyHandlesACommand() {
        assertThatThrownBy(() -> node.commands().dispatch(new Unheard(Examples.ADA, Examples.ACTOR, Examples.NOON)))
                .isInstanceOf(NoHandlerForCommandException.class);
    }

    @Test
    void refusesASecondHandlerForACommand() {
        assertThatThrownBy(node.backbone::start).isInstanceOf(DuplicateCommandHandlerSubscriptionException.class);
    }

    @Test
    void coversAllAggregates() {
        assertThat(AggregateBinding.ALL).hasSameSizeAs(Family.ALL);
        assertThat(commandTypes()).hasSizeGreaterThan(35).allMatch(Class::isRecord);
    }

    static List<Class<? extends DomainCommand>> commandTypes() {
        return AggregateBinding.ALL.stream()
                .flatMap(AggregateBinding::commandTypes)
                .<Class<? extends DomainCommand>>map(type -> type.asSubclass(DomainCommand.class))
                .toList();
    }

    record Unheard(UserId id, Actor actor, Instant now) implements DomainCommand {}
}
