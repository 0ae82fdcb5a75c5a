package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.persistence.keys.WrongMasterKeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly which key is missing. */
public final class WrongMasterKeyAnalyzer extends AbstractFailureAnalyzer<WrongMasterKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongMasterKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Nothing was changed. docs/operations.md (The data key) says where the key is kept and how to change it.",
                cause);
    }
}
