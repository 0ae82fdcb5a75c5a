package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryRateLimiter;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/** Ada, her credentials, and the stores that the use cases around accounts ask. */
final class MemberFixture {
    static final UserId ADA = new UserId("usr_ada");
    static final EmailAddress EMAIL = new EmailAddress("ada@example.org");
    static final String PASSWORD = "violet anchor 17 meadow";
    static final String PUBLIC_URL = "https://nova.example/";

    final ManualClock clock = new ManualClock();
    final InMemoryCommandDispatcher commands = new InMemoryCommandDispatcher();
    final IdGenerator ids = new IdGenerator(clock);
    final SecretTokens secrets = new SecretTokens();
    final CountingPasswordHasher hasher = new CountingPasswordHasher();
    final RecordingMailer mailer = new RecordingMailer();
    final InMemoryEmailRegistry registry = new InMemoryEmailRegistry();
    final InMemoryCredentials credentials = new InMemoryCredentials();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryVerificationTokens verificationTokens = new InMemoryVerificationTokens();
    final InMemorySessions sessions = new InMemorySessions(accounts);
    final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();
    final InMemoryPasswordResets passwordResets = new InMemoryPasswordResets();
    final InMemoryRateLimiter limiter = new InMemoryRateLimiter(clock);
    final AttemptThrottle throttle = new AttemptThrottle(limiter, clock);
    final MeterRegistry meters = new SimpleMeterRegistry();
    final AccountMetrics metrics = new AccountMetrics(meters);

    /** Ada has an account, in the log and everywhere else. */
    MemberFixture withAda() {
        commands.given(new UserRegistered(ADA, NOON, EMAIL, new PersonalText("Ada"), List.of(Role.MEMBER)));
        registry.claim(EMAIL, ADA);
        credentials.save(ADA, hasher.hash(PASSWORD));
        accounts.save(ada(false, Role.MEMBER));
        return this;
    }

    static Account ada(boolean suspended, Role... roles) {
        return ada(suspended ? Standing.SUSPENDED : Standing.ACTIVE, roles);
    }

    static Account ada(Standing standing, Role... roles) {
        return new Account(ADA, EMAIL.value(), "Ada", null, Tier.FREE, List.of(roles), standing, NOON);
    }
}
