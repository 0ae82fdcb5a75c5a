package ai.novacore.adapters.web.history;

import ai.novacore.domain.user.UserEvent;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;

/** What happened to an account, in a sentence. Reasons are written by staff about people, so they stay out. */
final class UserSentences {

    private UserSentences() {}

    static String of(UserEvent event) {
        return switch (event) {
            case UserRegistered e -> "A person registered as " + Words.names(e.roles()) + ".";
            case VerificationRequested _ -> "A mail to verify the address was asked for.";
            case VerificationTokenIssued e ->
                "A token to verify the address was issued; it is good until " + Words.at(e.expiresAt()) + ".";
            case EmailVerified _ -> "The person verified their address.";
            case RolesChanged e -> "The person's roles are now: " + Words.names(e.roles()) + ".";
            case ProfileChanged e -> "The person changed their display name, to " + Words.length(e.displayName()) + ".";
            case PasswordChanged _ -> "The person changed their password.";
            case PasswordResetRequested _ -> "A mail to choose a new password was asked for.";
            case RegistrationRepeated _ -> "Somebody tried to register the person's address again.";
            case RefreshTokenReused _ -> "A session of the person was ended, because its token was used twice.";
            case UserSuspended _ -> "The account was suspended.";
            case UserReinstated _ -> "The account was reinstated.";
            case ErasureRequested _ -> "The person asked to be erased.";
            case ErasureStepCompleted e -> "A part of the erasure is done: " + Words.name(e.step()) + ".";
            case UserErased _ -> "The person was erased.";
        };
    }
}
