package ai.novacore.domain.user;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The person, the times and the tokens that the account's tests speak of. */
final class UserExamples {
    static final UserId ADA = new UserId("usr_ada");
    static final Actor HERSELF = Actor.member(ADA);
    static final Actor STAFF = Actor.staff(new UserId("usr_grace"));
    static final Actor SYSTEM = Actor.system("verification");
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final Instant LATER = NOON.plus(Duration.ofHours(1));
    static final Instant EXPIRY = NOON.plus(Duration.ofHours(24));
    static final EmailAddress EMAIL = new EmailAddress("ada@example.org");
    static final PersonalText NAME = new PersonalText("Ada");
    static final TokenHash FIRST = token(1);
    static final TokenHash SECOND = token(2);

    static final UserRegistered REGISTERED = new UserRegistered(ADA, NOON, EMAIL, NAME, List.of(Role.MEMBER));
    static final VerificationTokenIssued ISSUED = new VerificationTokenIssued(ADA, NOON, FIRST, EXPIRY);
    static final EmailVerified VERIFIED = new EmailVerified(ADA, NOON, EMAIL);
    static final UserSuspended SUSPENDED = new UserSuspended(ADA, NOON, new PersonalText("spam"));
    static final ErasureRequested CLOSING = new ErasureRequested(ADA, NOON);
    static final UserErased ERASED = new UserErased(ADA, NOON);

    private UserExamples() {}

    static ErasureStepCompleted done(ErasureStep step) {
        return new ErasureStepCompleted(ADA, NOON, step);
    }

    /** The account was to be erased, and each part of that is done. */
    static UserEvent[] allDone(UserEvent... before) {
        return Stream.concat(
                        Stream.concat(Stream.of(before), Stream.of(CLOSING)),
                        Stream.of(ErasureStep.values()).map(UserExamples::done))
                .toArray(UserEvent[]::new);
    }

    static TokenHash token(int number) {
        return new TokenHash("%064x".formatted(number));
    }
}
