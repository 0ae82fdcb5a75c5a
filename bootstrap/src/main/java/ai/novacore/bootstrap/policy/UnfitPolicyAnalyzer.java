package ai.novacore.bootstrap.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly what is wrong with the principles, and where. */
public final class UnfitPolicyAnalyzer extends AbstractFailureAnalyzer<UnfitPolicyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitPolicyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the file; docs/policy.md says how principles and rules are written. Without the setting"
                        + " nova.policy.file the principles that come with the product hold.",
                cause);
    }
}
