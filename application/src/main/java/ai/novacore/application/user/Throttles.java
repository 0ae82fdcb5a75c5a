package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import ai.novacore.application.user.AttemptThrottle.Counter;
import ai.novacore.application.user.AttemptThrottle.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How often what may be tried; the numbers are part of the HTTP contract. */
final class Throttles {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    static final Limit LOGIN_PER_ACCOUNT = Limit.within("login-account", 5, QUARTER);
    private static final Limit LOGIN_PER_ADDRESS = Limit.within("login-address", 5, QUARTER);
    private static final Limit VERIFICATION_PER_ADDRESS = Limit.within("verification-address", 5, QUARTER);

    static final Limit RESEND_PER_USER = Limit.within("verification-resend", 3, Duration.ofHours(1));
    static final Limit RESET_MAILS_PER_ACCOUNT = Limit.within("password-reset", 3, Duration.ofHours(1));
    static final Limit NOTICES_PER_ACCOUNT = Limit.within("registration-notice", 1, Duration.ofHours(1));

    static final Kind LOGIN = new Kind(
            "login_throttled",
            "There were too many failed attempts to log in. Try again later.",
            Set.of("invalid_credentials"));
    static final Kind VERIFICATION = new Kind(
            "verification_throttled",
            "There were too many failed attempts to verify an address. Try again later.",
            Set.of("verification_token_invalid", "verification_token_expired"));

    private Throttles() {}

    /** Somebody from outside, who claims to be the owner of an account. */
    static List<Counter> logIn(String email, String clientAddress) {
        return List.of(account(email), new Counter(LOGIN_PER_ADDRESS, clientAddress, false));
    }

    /** Somebody who is logged in, and has to prove once more who they are. */
    static List<Counter> confirm(String email) {
        return List.of(account(email));
    }

    static List<Counter> verification(String clientAddress) {
        return List.of(new Counter(VERIFICATION_PER_ADDRESS, clientAddress, false));
    }

    private static Counter account(String email) {
        return new Counter(LOGIN_PER_ACCOUNT, accountKey(email), true);
    }

    /** The same for all ways to write an address. */
    static String accountKey(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
