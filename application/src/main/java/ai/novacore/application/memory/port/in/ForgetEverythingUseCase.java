package ai.novacore.application.memory.port.in;

import ai.novacore.domain.shared.UserId;

/** Forgets all that is remembered about somebody. */
public interface ForgetEverythingUseCase {

    /**
     * Forgets every memory of a person for good, also those that were forgotten or superseded before and could be taken
     * back. When this returns none is left to be read or found. Idempotent.
     *
     * @throws IllegalStateException when some are still there, because they came in the meantime or read models are far
     *     behind; it is to be tried again
     */
    void forgetEverything(UserId owner);
}
