package ai.novacore.domain.user;

import static ai.novacore.domain.user.UserExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.user.UserCommand.IssueVerificationToken;
import ai.novacore.domain.user.UserCommand.VerifyEmail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the order in which mails are asked for and links are opened. */
class UsingVerificationTokens {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private final UserDecider decider = new UserDecider();

    @Test
    void acceptsExactlyOneTokenExactlyOnce() {
        for (long seed = 1; seed <= 500; seed++) {
            assertThat(new Person(seed).liveOn()).as("seed %d", seed).isOne();
        }
    }

    /** Asks for mails and opens links at random, knowing which link ought to work. */
    private final class Person {
        private final long seed;
        private final Random random;
        private User state = decider.evolve(decider.initial(), REGISTERED);
        private Instant now = NOON;
        private int issued;
        private @Nullable Instant newestExpiresAt;
        private int accepted;

        Person(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        /** Returns how often a token was accepted. */
        int liveOn() {
            for (int step = 0; step < 40; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(600)));
                if (random.nextBoolean()) {
                    issue();
                } else {
                    open(random.nextInt(issued + 2));
                }
            }
            issue();
            List<Integer> all = new ArrayList<>();
            for (int number = 0; number <= issued; number++) {
                all.add(number);
                all.add(number);
            }
            all.forEach(this::open);
            return accepted;
        }

        private void issue() {
            Instant expiresAt = now.plus(LIFETIME);
            String answer = decide(new IssueVerificationToken(ADA, SYSTEM, now, token(issued + 1), expiresAt));
            assertThat(answer).as("seed %d", seed).isEqualTo(accepted == 0 ? "1 events" : "already_verified");
            if (accepted == 0) {
                issued++;
                newestExpiresAt = expiresAt;
            }
        }

        private void open(int number) {
            String expected;
            if (number != issued || newestExpiresAt == null || accepted > 0) {
                expected = "verification_token_invalid";
            } else {
                expected = now.isBefore(newestExpiresAt) ? "1 events" : "verification_token_expired";
            }
            String answer = decide(new VerifyEmail(ADA, HERSELF, now, token(number)));
            assertThat(answer)
                    .as("seed %d, token %d of %d", seed, number, issued)
                    .isEqualTo(expected);
            accepted += answer.equals("1 events") ? 1 : 0;
        }

        private String decide(UserCommand command) {
            try {
                List<UserEvent> events = decider.decide(command, state);
                state = decider.fold(state, events);
                return events.size() + " events";
            } catch (DomainRejection rejection) {
                return rejection.code();
            }
        }
    }
}
