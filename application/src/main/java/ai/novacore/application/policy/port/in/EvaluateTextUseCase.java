package ai.novacore.application.policy.port.in;

import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Judges a text for another service, and keeps the decision. */
public interface EvaluateTextUseCase {

    /** @param user for whom the service asks; absent when for nobody */
    Verdict evaluate(@Nullable UserId user, String text);
}
