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
     * @throws ai.novacore.domain.shared.DomainRejection {@code verification_token_invalid} or {@code
     *     verification_token_expired}
     */
    Verified verify(String token);

    /**
     * Has another mail sent.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code already_verified}
     */
    void resend(UserId user);
}
