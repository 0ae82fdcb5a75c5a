package ai.novacore.bootstrap.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly that the product runs already. */
public final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolder.InUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolder.InUseException cause) {
        return new FailureAnalysis(
                "NovaCoreAI is already running with the data folder " + cause.folder() + ".",
                "Stop the other one, or choose another folder with NOVA_DATA=/some/where (and other ports with"
                        + " SERVER_PORT and MANAGEMENT_SERVER_PORT).",
                cause);
    }
}
