package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.persistence.keys.MasterKeys;
import java.nio.file.Path;

/** The master key of people's keys of an installation that has its database in its data folder, too. */
public final class DataKeyFile {
    private DataKeyFile() {}

    /** Reads the key from the data folder; generates it when there is none yet. */
    public static MasterKeys loadOrGenerate(Path dataFolder) {
        return MasterKeys.parse(
                PrivateFile.readOrWrite(dataFolder.resolve("keys").resolve("data-key"), MasterKeys::generate));
    }
}
