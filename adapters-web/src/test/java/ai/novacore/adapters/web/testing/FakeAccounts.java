package ai.novacore.adapters.web.testing;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.ManageAccountUseCase;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.ResetPasswordUseCase;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts that behave as the values that they are given say. */
public final class FakeAccounts
        implements AccountQuery,
                AccessQuery,
                ManageAccountUseCase,
                ResetPasswordUseCase,
                RegisterUserUseCase,
                SessionUseCase,
                VerifyEmailUseCase {
    public static final Instant CREATED = Instant.parse("2026-02-01T08:00:00Z");
    public static final Account ANNA = new Account(
            new UserId("usr_anna"),
            "anna@example.org",
            "Anna",
            null,
            Tier.BASIC,
            List.of(Role.MEMBER, Role.SUPPORT),
            Account.Standing.ACTIVE,
            CREATED);

    public static final Account SUSPENDED = new Account(
            new UserId("usr_sven"),
            "sven@example.org",
            "Sven",
            null,
            Tier.FREE,
            List.of(Role.MEMBER),
            Account.Standing.SUSPENDED,
            CREATED);
    public static final Account CLOSING = new Account(
            new UserId("usr_cleo"),
            "cleo@example.org",
            "Cleo",
            null,
            Tier.FREE,
            List.of(Role.MEMBER),
            Account.Standing.CLOSING,
            CREATED);

    public final List<String> registered = new CopyOnWriteArrayList<>();
    public final List<Client> clients = new CopyOnWriteArrayList<>();
    public final List<String> ended = new CopyOnWriteArrayList<>();
    public final List<String> changes = new CopyOnWriteArrayList<>();
    public final List<String> loggedOut = new CopyOnWriteArrayList<>();
    public final Set<String> over = ConcurrentHashMap.newKeySet();
    public volatile boolean suspended;
    public final List<Correlation> correlations = new CopyOnWriteArrayList<>();

    private final AccessTokenIssuer tokens;

    public FakeAccounts(AccessTokenIssuer tokens) {
        this.tokens = tokens;
    }

    /** Every session whose name begins as Anna's do goes on, unless it is called off. */
    @Override
    public Map<String, Access> access(Collection<String> sessions) {
        return sessions.stream()
                .filter(session -> session.startsWith("ses-") && !over.contains(session))
                .collect(Collectors.toMap(
                        session -> session, session -> new Access(ANNA.id(), roles(session), ANNA.tier(), suspended)));
    }

    private static List<Role> roles(String session) {
        if (session.startsWith("ses-plain")) {
            return List.of(Role.MEMBER);
        }
        if (session.startsWith("ses-operator")) {
            return List.of(Role.MEMBER, Role.OPERATOR);
        }
        return session.startsWith("ses-admin") ? List.of(Role.MEMBER, Role.ADMIN) : ANNA.roles();
    }

    @Override
    public Account account(UserId id) {
        correlations.add(Correlation.current());
        return Stream.of(ANNA, SUSPENDED, CLOSING)
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(DomainRejection::notFound);
    }

    @Override
    public void register(EmailAddress email, String password, String displayName, @Nullable String invitation) {
        if (password.startsWith("password")) {
            throw DomainRejection.invalid("password_rejected", "This password is too common.");
        }
        registered.add(email.value() + " " + displayName + (invitation == null ? "" : " by " + invitation));
    }

    @Override
    public Session logIn(String email, String password, Client client) {
        clients.add(client);
        if (password.startsWith("bug")) {
            throw new IllegalArgumentException("secret details");
        }
        if (password.startsWith("again")) {
            throw new TooOften("login_throttled", "Too often.", TestServer.NOW.plusSeconds(90));
        }
        if (!password.startsWith("right")) {
            throw DomainRejection.forbidden("account_suspended", "This account is suspended.");
        }
        return session();
    }

    @Override
    public Session refresh(String refreshToken) {
        if (!refreshToken.equals("refresh-1")) {
            throw DomainRejection.expired("refresh_token_expired", "Log in again.");
        }
        return session();
    }

    @Override
    public void logOut(String refreshToken) {
        loggedOut.add(refreshToken);
    }

    @Override
    public Verified verify(String token, String clientAddress) {
        return switch (token) {
            case "good" -> new Verified(ANNA.email(), TestServer.NOW);
            case "old" -> throw DomainRejection.expired("verification_token_expired", "The link is too old.");
            default -> throw DomainRejection.invalid("verification_token_invalid", "The link is not good.");
        };
    }

    @Override
    public void resend(UserId user) {
        if (!user.equals(ANNA.id())) {
            throw DomainRejection.conflict("already_verified", "The address is verified.");
        }
    }

    @Override
    public void endSession(String session) {
        ended.add(session);
    }

    @Override
    public List<OpenSession> open(UserId user) {
        return List.of(
                new OpenSession("ses-1", "Firefox", CREATED, TestServer.NOW, TestServer.NOW.plusSeconds(60)),
                new OpenSession("ses_2", "", CREATED, CREATED, TestServer.NOW.plusSeconds(30)));
    }

    @Override
    public void end(UserId user, String session) {
        if (!user.equals(ANNA.id()) || !session.equals("ses_2")) {
            throw DomainRejection.notFound();
        }
        ended.add(session);
    }

    @Override
    public Account rename(UserId user, String displayName) {
        changes.add("rename " + displayName);
        return ANNA;
    }

    @Override
    public void changePassword(UserId user, String session, String currentPassword, String newPassword) {
        requireRight(currentPassword);
        changes.add("password in " + session);
    }

    @Override
    public void erase(UserId user, String password) {
        requireRight(password);
        changes.add("erase " + user.value());
    }

    private static void requireRight(String password) {
        if (!password.startsWith("right")) {
            throw DomainRejection.unauthenticated("invalid_credentials", "The password is wrong.");
        }
    }

    @Override
    public void forgot(String email) {
        changes.add("forgot " + email);
    }

    @Override
    public void reset(String token, String newPassword) {
        if (!token.equals("good")) {
            throw DomainRejection.invalid("reset_token_invalid", "The link is not good.");
        }
        changes.add("reset");
    }

    private Session session() {
        return new Session(ANNA, tokens.issue(ANNA, "ses-1"), "refresh-2");
    }
}
