package ai.novacore.bootstrap.secrets;

import java.util.List;

/** Settings are missing or weak without which production must not start. */
public final class UnfitSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitSettingsException(List<String> problems) {
        super("These settings keep the product from starting:\n- " + String.join("\n- ", problems));
    }
}
