package ai.novacore.application.user.port.in;

import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/** Proves that an address belongs to the person who registered it. */
public interface VerifyEmailUseCase {

    /** The address that is verified now. */
    record Verified(String email, Instant verifiedAt) {}

    /**
     * Uses a token up.
     *
     * @param clientAddress where the attempt comes from
     * @throws ai.novacore.domain.shared.DomainRejection {@code verification_token_invalid}, {@code
     *     verification_token_expired}; {@code verification_throttled} after 5 failures in 15 minutes from an address
     */
    Verified verify(String token, String clientAddress);

    /**
     * Has another mail sent.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code already_verified}; {@code resend_throttled} after 3 in an hour
     */
    void resend(UserId user);
}
