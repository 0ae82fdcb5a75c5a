package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.persistence.keys.MasterKeys;
import ai.novacore.adapters.persistence.keys.SharedDataKey;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.database.DataFolder;
import ai.novacore.bootstrap.secrets.DataKeyFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the master keys come from that people's keys are wrapped by. */
@Configuration(proxyBeanMethods = false)
class KeyWiring {

    /** What a laptop makes for itself stands beside the data that it is for, as it is good for nothing without. */
    @Bean
    @Profile("local")
    MasterKeys generatedMasterKeys(DataFolder folder, NovaSettings settings, JdbcClient database) {
        if (isSet(settings.dataKey())) {
            return configuredMasterKeys(settings);
        }
        return isSet(settings.databaseUrl())
                ? SharedDataKey.findOrGenerate(database)
                : DataKeyFile.loadOrGenerate(folder.path());
    }

    @Bean
    @Profile("!local")
    MasterKeys configuredMasterKeys(NovaSettings settings) {
        return MasterKeys.parse(Objects.requireNonNull(settings.dataKey()));
    }

    private static boolean isSet(@Nullable String setting) {
        return setting != null && !setting.isBlank();
    }
}
