package ai.novacore.application.user;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells whoever watches over the product what happened to accounts and at their doors, one line an event, with the fields
 * {@code event}, {@code subject} (whose account) and {@code reason}. All values are ids and codes of the product's own:
 * nothing that somebody typed comes into a line, so nobody can forge one, and no address is in one.
 */
final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("ai.novacore.security");

    private SecurityLog() {}

    static void registered(UserId user) {
        usual("account_registered", user).log("An account was registered");
    }

    static void registeredAgain(UserId owner) {
        usual("registration_repeated", owner).log("Somebody tried to register an address that is taken");
    }

    static void verified(UserId user) {
        usual("address_verified", user).log("An address was verified");
    }

    static void linkRefused(String event, String reason) {
        usual(event, null).addKeyValue("reason", reason).log("A link from a mail was refused");
    }

    static void loggedIn(UserId user) {
        usual("login_succeeded", user).log("Somebody logged in by password");
    }

    /** At a log-in, or where somebody who is logged in has to prove once more who they are. */
    static void passwordRefused(@Nullable UserId user) {
        usual("password_refused", user)
                .addKeyValue("reason", user == null ? "unknown_address" : "wrong_password")
                .log("A password was refused");
    }

    /** With the right password, or with a good refresh token. */
    static void accountRefused(UserId user, String reason) {
        usual("account_refused", user).addKeyValue("reason", reason).log("An account that may not be used was tried");
    }

    /** Too many attempts: the limit says at what, and counted by what. */
    static void throttled(String limit) {
        unusual("attempts_throttled", null).addKeyValue("limit", limit).log("There were too many attempts");
    }

    static void renewed(UserId user) {
        usual("session_renewed", user).log("A session was renewed");
    }

    static void refreshRefused() {
        usual("refresh_refused", null)
                .addKeyValue("reason", "refresh_token_invalid")
                .log("A refresh token was refused");
    }

    static void tokenReused(UserId user, String session) {
        unusual("refresh_token_reused", user)
                .addKeyValue("session", session)
                .log("A refresh token was used twice; its session was ended");
    }

    static void sessionEnded(String session) {
        usual("session_ended", null).addKeyValue("session", session).log("A session was ended");
    }

    static void resetRequested(UserId user) {
        usual("password_reset_requested", user).log("A mail to choose a new password was asked for");
    }

    static void passwordChanged(UserId user, String how) {
        usual("password_changed", user).addKeyValue("how", how).log("A password was changed");
    }

    static void rolesChanged(UserId user, Set<Role> roles, Actor by) {
        usual("roles_changed", user)
                .addKeyValue("roles", roles.stream().map(Role::name).sorted().collect(Collectors.joining(" ")))
                .addKeyValue("by", by.id())
                .log("The roles of an account were changed");
    }

    /** Suspended, or reinstated. */
    static void standingChanged(String event, UserId user, Actor by) {
        usual(event, user).addKeyValue("by", by.id()).log("The standing of an account was changed");
    }

    static void erasureRequested(UserId user) {
        usual("erasure_requested", user).log("Somebody asked for the erasure of their account");
    }

    private static LoggingEventBuilder usual(String event, @Nullable UserId subject) {
        return named(LOG.atInfo(), event, subject);
    }

    private static LoggingEventBuilder unusual(String event, @Nullable UserId subject) {
        return named(LOG.atWarn(), event, subject);
    }

    private static LoggingEventBuilder named(LoggingEventBuilder line, String event, @Nullable UserId subject) {
        LoggingEventBuilder named = line.addKeyValue("event", event);
        return subject == null ? named : named.addKeyValue("subject", subject.value());
    }
}
