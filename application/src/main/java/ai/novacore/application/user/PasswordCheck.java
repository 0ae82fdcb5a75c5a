package ai.novacore.application.user;

import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Optional;

/**
 * Checks passwords, under the throttle for log-ins. Every check compares one hash, whether the address is known or not, so
 * that its duration tells nothing. A hash that was made with less effort than today's is replaced when it matches.
 */
public final class PasswordCheck {
    private final EmailRegistry registry;
    private final CredentialStore credentials;
    private final PasswordHasher hasher;
    private final AttemptThrottle throttle;
    private final String nobodysHash;

    /** Computes one hash. */
    public PasswordCheck(
            EmailRegistry registry,
            CredentialStore credentials,
            PasswordHasher hasher,
            AttemptThrottle throttle,
            SecretTokens secrets) {
        this.registry = registry;
        this.credentials = credentials;
        this.hasher = hasher;
        this.throttle = throttle;
        this.nobodysHash = hasher.hash(secrets.next());
    }

    /**
     * Whose address and password these are.
     *
     * @throws DomainRejection {@code invalid_credentials}, {@code login_throttled}
     */
    UserId identify(String email, String password, String clientAddress) {
        return throttle.attempt(Throttles.LOGIN, Throttles.logIn(email, clientAddress), () -> {
            Optional<UserId> user =
                    EmailAddress.isPlausible(email) ? registry.find(new EmailAddress(email)) : Optional.empty();
            return matching(user, password);
        });
    }

    /**
     * Has somebody who is logged in prove that they know the password.
     *
     * @throws DomainRejection {@code invalid_credentials}, {@code login_throttled}
     */
    void confirm(Account account, String password) {
        throttle.attempt(
                Throttles.LOGIN,
                Throttles.confirm(account.email()),
                () -> matching(Optional.of(account.id()), password));
    }

    private UserId matching(Optional<UserId> user, String password) {
        Optional<String> hash = user.flatMap(credentials::find);
        boolean matches = hasher.matches(password, hash.orElse(nobodysHash));
        if (user.isEmpty() || hash.isEmpty() || !matches) {
            SecurityLog.passwordRefused(user.orElse(null));
            throw invalidCredentials();
        }
        if (hasher.outdated(hash.get())) {
            credentials.replace(user.get(), hash.get(), hasher.hash(password));
        }
        return user.get();
    }

    static DomainRejection invalidCredentials() {
        return DomainRejection.unauthenticated("invalid_credentials", "The address or the password is wrong.");
    }
}
