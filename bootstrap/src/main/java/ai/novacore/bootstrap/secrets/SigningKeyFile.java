package ai.novacore.bootstrap.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;

/** The private signing key of an installation that was given none. */
public final class SigningKeyFile {
    private SigningKeyFile() {}

    /** Reads the key from the data folder; generates it when there is none yet. */
    public static ECKey loadOrGenerate(Path dataFolder) {
        return SigningKeyTexts.current(PrivateFile.readOrWrite(
                dataFolder.resolve("keys").resolve("signing-key.json"), SigningKeyFile::generate));
    }

    private static String generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key can be generated", e);
        }
    }
}
