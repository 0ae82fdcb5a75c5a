package ai.novacore.application.user;

import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.domain.shared.UserId;

/** Deletes everything that somebody could prove with to be a person: their password and all tokens. */
public final class ForgetSecrets {
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final VerificationTokenStore verifications;
    private final PasswordResetStore resets;

    public ForgetSecrets(
            CredentialStore credentials,
            SessionStore sessions,
            VerificationTokenStore verifications,
            PasswordResetStore resets) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.verifications = verifications;
        this.resets = resets;
    }

    /** Idempotent. */
    public void forget(UserId user) {
        credentials.remove(user);
        sessions.remove(user);
        verifications.remove(user);
        resets.remove(user);
    }
}
