package ai.novacore.adapters.web.testing;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
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

/** Accounts that behave as the values that they are given say. */
public final class FakeAccounts
        implements AccountQuery, AccessQuery, RegisterUserUseCase, SessionUseCase, VerifyEmailUseCase {
    public static final Instant CREATED = Instant.parse("2026-02-01T08:00:00Z");
    public static final Account ANNA = new Account(
            new UserId("usr_anna"),
            "anna@example.org",
            "Anna",
            null,
            Tier.BASIC,
            List.of(Role.MEMBER, Role.SUPPORT),
            false,
            CREATED);

    public static final Account SUSPENDED = new Account(
            new UserId("usr_sven"), "sven@example.org", "Sven", null, Tier.FREE, List.of(Role.MEMBER), true, CREATED);

    public final List<String> registered = new CopyOnWriteArrayList<>();
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
                        session -> session, session -> new Access(ANNA.id(), ANNA.roles(), ANNA.tier(), suspended)));
    }

    @Override
    public Account account(UserId id) {
        correlations.add(Correlation.current());
        return List.of(ANNA, SUSPENDED).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(DomainRejection::notFound);
    }

    @Override
    public void register(EmailAddress email, String password, String displayName) {
        if (password.startsWith("password")) {
            throw DomainRejection.invalid("password_rejected", "This password is too common.");
        }
        registered.add(email.value() + " " + displayName);
    }

    @Override
    public Session logIn(String email, String password) {
        if (password.startsWith("bug")) {
            throw new IllegalArgumentException("secret details");
        }
        if (password.startsWith("again")) {
            throw new LimitReached("login_throttled", "attempts", 5, 5, TestServer.NOW.plusSeconds(90));
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
    public Verified verify(String token) {
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

    private Session session() {
        return new Session(ANNA, tokens.issue(ANNA, "ses-1"), "refresh-2");
    }
}
