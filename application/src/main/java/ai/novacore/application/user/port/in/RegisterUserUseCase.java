package ai.novacore.application.user.port.in;

import ai.novacore.domain.user.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Creates accounts. */
public interface RegisterUserUseCase {

    /**
     * Registers a person, or, when the address is taken, tells its owner by mail. The caller cannot tell which, also not
     * by the time it takes.
     *
     * @param invitation the invitation that they came with; one that is none makes no difference
     * @throws ai.novacore.domain.shared.DomainRejection {@code password_rejected} when the password is too easy
     */
    void register(EmailAddress email, String password, String displayName, @Nullable String invitation);
}
