package ai.novacore.bootstrap.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly what to set. */
public final class UnfitSettingsAnalyzer extends AbstractFailureAnalyzer<UnfitSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitSettingsException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set them as environment variables; docs/operations.md says how to make keys and secrets. To try the"
                        + " product without any of them, leave SPRING_PROFILES_ACTIVE unset.",
                cause);
    }
}
