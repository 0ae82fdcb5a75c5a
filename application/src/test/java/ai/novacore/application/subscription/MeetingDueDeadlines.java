package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.readmodel.SubscriptionOverviewProjection;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MeetingDueDeadlines {
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BEN = new UserId("usr_ben");

    private final InMemoryCommandDispatcher commands = new InMemoryCommandDispatcher();
    private final InMemorySubscriptions store = new InMemorySubscriptions();
    private final SubscriptionOverviewProjection projection = new SubscriptionOverviewProjection(store);
    private final ManualClock clock = new ManualClock();
    private final MeetBillingDeadlines deadlines = new MeetBillingDeadlines(store, commands, clock);

    @Test
    void remindsAndEndsTheGraceOfEachInTime() {
        overdue(ADA);
        clock.advance(Duration.ofDays(1));
        overdue(BEN);

        meetAfter(Duration.ofDays(2));
        assertThat(kinds()).isEmpty();
        meetAfter(Duration.ofDays(1));
        assertThat(kinds()).containsExactly("ada GraceReminded");
        meetAfter(Duration.ofDays(1));
        assertThat(kinds()).containsExactly("ada GraceReminded", "ben GraceReminded");
        meetAfter(Duration.ofDays(2));
        assertThat(kinds())
                .containsExactly("ada GraceReminded", "ben GraceReminded", "ada GraceExpired", "ben GraceReminded");
        meetAfter(Duration.ofDays(1));
        assertThat(kinds()).endsWith("ben GraceExpired");
        assertThat(store.due(clock.instant().plus(Duration.ofDays(1_000)), 10)).isEmpty();
    }

    @Test
    void leavesNothingOfWhoIsErased() {
        overdue(ADA);
        projection.project(new UserErased(ADA, NOON));

        assertThat(store.find(ADA)).isEmpty();
        assertThat(projection.concerns(UserErased.class)).isTrue();
        assertThat(projection.concerns(GraceExpired.class)).isTrue();
        assertThat(projection.name()).isEqualTo("subscriptions");
    }

    @Test
    void goesOnWhenOneOfThemFails() {
        overdue(ADA);
        overdue(BEN);
        clock.advance(Duration.ofDays(7));

        new MeetBillingDeadlines(store, failingFor(ADA), clock).meetDue();

        assertThat(kinds()).containsExactly("ben GraceExpired");
    }

    private CommandDispatcher failingFor(UserId user) {
        return new CommandDispatcher() {
            @Override
            public List<DomainEvent> dispatch(DomainCommand command) {
                if (command.id().equals(SubscriptionId.of(user))) {
                    throw new OverloadedException("too much to do");
                }
                return commands.dispatch(command);
            }

            @Override
            public <T> T atomically(Supplier<T> work) {
                return commands.atomically(work);
            }
        };
    }

    private void overdue(UserId user) {
        String name = user.value().substring(4);
        follow(Paying.forTier(user, Tier.BASIC, clock.instant()));
        follow(new FollowStripe(
                SubscriptionId.of(user),
                Actor.system("stripe"),
                clock.instant(),
                user,
                List.of(Paying.subscription("sub_" + name, "cus_" + name, Tier.BASIC, Standing.OVERDUE, NOON)),
                Paying.GRACE,
                new StripeCause("evt_failed_" + name, clock.instant())));
    }

    private void follow(FollowStripe command) {
        commands.dispatch(command).forEach(projection::project);
    }

    private void meetAfter(Duration time) {
        clock.advance(time);
        int before = commands.events().size();
        deadlines.meetDue();
        List<DomainEvent> all = commands.events();
        all.subList(before, all.size()).forEach(projection::project);
    }

    private List<String> kinds() {
        return commands.events().stream()
                .filter(event -> event instanceof GraceReminded || event instanceof GraceExpired)
                .map(event ->
                        event.id().value().substring(4) + " " + event.getClass().getSimpleName())
                .toList();
    }
}
