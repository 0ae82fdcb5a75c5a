package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    final Registry registry = new Registry();
    final Credentials credentials = new Credentials();
    final Accounts accounts = new Accounts();
    final VerificationTokens verificationTokens = new VerificationTokens();
    final RefreshTokens refreshTokens = new RefreshTokens();

    /** Ada has an account, in the log and everywhere else. */
    MemberFixture withAda() {
        commands.given(new UserRegistered(ADA, NOON, EMAIL, new PersonalText("Ada"), List.of(Role.MEMBER)));
        registry.claim(EMAIL, ADA);
        credentials.save(ADA, hasher.hash(PASSWORD));
        accounts.save(ada(false, Role.MEMBER));
        return this;
    }

    static Account ada(boolean suspended, Role... roles) {
        return new Account(ADA, EMAIL.value(), "Ada", null, Tier.FREE, List.of(roles), suspended, NOON);
    }

    static final class Registry implements EmailRegistry {
        final Map<EmailAddress, UserId> owners = new HashMap<>();

        @Override
        public boolean claim(EmailAddress email, UserId user) {
            return owners.putIfAbsent(email, user) == null;
        }

        @Override
        public Optional<UserId> find(EmailAddress email) {
            return Optional.ofNullable(owners.get(email));
        }

        @Override
        public Optional<EmailAddress> addressOf(UserId user) {
            return owners.entrySet().stream()
                    .filter(owned -> owned.getValue().equals(user))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public void release(UserId user) {
            owners.values().remove(user);
        }
    }

    static final class Credentials implements CredentialStore {
        private final Map<UserId, String> hashes = new HashMap<>();

        @Override
        public void save(UserId user, String passwordHash) {
            hashes.put(user, passwordHash);
        }

        @Override
        public Optional<String> find(UserId user) {
            return Optional.ofNullable(hashes.get(user));
        }

        @Override
        public void remove(UserId user) {
            hashes.remove(user);
        }
    }

    static final class Accounts implements AccountStore {
        private final Map<UserId, Account> accounts = new HashMap<>();

        @Override
        public Optional<Account> find(UserId id) {
            return Optional.ofNullable(accounts.get(id));
        }

        @Override
        public void save(Account account) {
            accounts.put(account.id(), account);
        }

        @Override
        public void remove(UserId id) {
            accounts.remove(id);
        }
    }

    static final class VerificationTokens implements VerificationTokenStore {
        private final Map<TokenHash, UserId> owners = new HashMap<>();

        @Override
        public void add(TokenHash token, UserId user) {
            owners.put(token, user);
        }

        @Override
        public Optional<UserId> owner(TokenHash token) {
            return Optional.ofNullable(owners.get(token));
        }

        @Override
        public void removeAll(UserId user) {
            owners.values().removeIf(user::equals);
        }
    }

    static final class RefreshTokens implements RefreshTokenStore {
        final Map<TokenHash, StoredToken> tokens = new HashMap<>();
        boolean losesRace;

        @Override
        public void add(TokenHash token, UserId user, String session, Instant issuedAt, Instant expiresAt) {
            tokens.put(token, new StoredToken(user, session, expiresAt, false, false));
        }

        @Override
        public Optional<StoredToken> find(TokenHash token) {
            return Optional.ofNullable(tokens.get(token));
        }

        @Override
        public boolean use(TokenHash token, Instant now) {
            StoredToken known = tokens.get(token);
            if (losesRace || known == null || known.used() || known.revoked()) {
                return false;
            }
            tokens.put(token, new StoredToken(known.user(), known.session(), known.expiresAt(), true, known.revoked()));
            return true;
        }

        @Override
        public void revokeSession(String session, Instant now) {
            tokens.replaceAll((token, known) -> known.session().equals(session)
                    ? new StoredToken(known.user(), session, known.expiresAt(), known.used(), true)
                    : known);
        }
    }
}
