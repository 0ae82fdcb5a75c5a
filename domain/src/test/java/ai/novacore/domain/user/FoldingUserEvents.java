package ai.novacore.domain.user;

import static ai.novacore.domain.user.UserExamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.User.VerificationToken;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldingUserEvents {
    private static final List<UserEvent> SAMPLES = List.of(
            REGISTERED,
            new VerificationRequested(ADA, NOON, EMAIL),
            ISSUED,
            VERIFIED,
            new RolesChanged(ADA, NOON, List.of(Role.MEMBER, Role.ADMIN)),
            new ProfileChanged(ADA, NOON, new PersonalText("Countess")),
            new PasswordChanged(ADA, NOON),
            new PasswordResetRequested(ADA, NOON),
            new RegistrationRepeated(ADA, NOON),
            new RefreshTokenReused(ADA, NOON, "ses_1"),
            SUSPENDED,
            new UserReinstated(ADA, NOON, new PersonalText("appeal")),
            CLOSING,
            done(ErasureStep.SESSIONS),
            ERASED);

    private final UserDecider decider = new UserDecider();

    @Test
    void knowsASampleOfEveryEvent() {
        assertThat(SAMPLES.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(UserEvent.class.getPermittedSubclasses());
    }

    @Test
    void takesEveryEventInEveryState() {
        for (long seed = 1; seed <= 200; seed++) {
            for (User state : statesOfARandomLife(seed)) {
                for (UserEvent event : SAMPLES) {
                    assertThatCode(() -> decider.evolve(state, event))
                            .as("seed %d: %s in %s", seed, event, state)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void keepsWhatTheRulesNeed() {
        User state = decider.fold(
                decider.initial(),
                List.of(REGISTERED, ISSUED, SUSPENDED, new UserReinstated(ADA, NOON, new PersonalText("appeal"))));

        assertThat(state)
                .isEqualTo(new User(
                        EMAIL,
                        NAME,
                        List.of(Role.MEMBER),
                        null,
                        new VerificationToken(FIRST, EXPIRY),
                        false,
                        null,
                        List.of(),
                        null));
        assertThat(decider.evolve(state, VERIFIED))
                .isEqualTo(new User(EMAIL, NAME, List.of(Role.MEMBER), NOON, null, false, null, List.of(), null));
    }

    @Test
    void keepsWhatIsPendingOfAnErasure() {
        User state = decider.fold(decider.initial(), List.of(REGISTERED, CLOSING, done(ErasureStep.BILLING)));

        assertThat(state.pendingErasure())
                .containsExactly(
                        ErasureStep.SESSIONS,
                        ErasureStep.CONVERSATIONS,
                        ErasureStep.MEMORIES,
                        ErasureStep.CREDENTIALS,
                        ErasureStep.ADDRESS,
                        ErasureStep.KEY);
    }

    private Set<User> statesOfARandomLife(long seed) {
        List<UserEvent> events = new ArrayList<>(SAMPLES);
        Collections.shuffle(events, new Random(seed));
        Set<User> states = new LinkedHashSet<>();
        User state = decider.initial();
        states.add(state);
        for (UserEvent event : events) {
            state = decider.evolve(state, event);
            states.add(state);
        }
        return states;
    }
}
