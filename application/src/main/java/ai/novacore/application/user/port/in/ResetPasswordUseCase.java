package ai.novacore.application.user.port.in;

/** Lets people choose a new password who have forgotten theirs. */
public interface ResetPasswordUseCase {

    /**
     * Has a mail with a link sent to the owner of an address, three times an hour at the most. Neither the outcome nor the
     * time it takes tells whether there is one.
     */
    void forgot(String email);

    /**
     * Sets the password of whoever was sent the token, and ends all their sessions. A token is good once, for an hour,
     * until the next one is sent.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code reset_token_invalid}, {@code reset_token_expired}, {@code
     *     password_rejected}; {@code account_suspended} and {@code account_closing} for those who may not act
     */
    void reset(String token, String newPassword);
}
