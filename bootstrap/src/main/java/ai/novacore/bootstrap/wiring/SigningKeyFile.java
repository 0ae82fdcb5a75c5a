package ai.novacore.bootstrap.wiring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The private signing key of an installation, kept in a file that only its owner can read. */
final class SigningKeyFile {
    private SigningKeyFile() {}

    /** Reads the key; generates it when there is none yet. */
    static ECKey loadOrGenerate(Path file) {
        try {
            if (Files.exists(file)) {
                return parse(Files.readString(file));
            }
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "signing-key",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, key.toJSONString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key in " + file + " cannot be used", e);
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key can be generated", e);
        }
    }

    /** Reads a private EC P-256 key in the form of a JWK; the message of a failure does not repeat it. */
    static ECKey parse(String json) {
        try {
            ECKey key = ECKey.parse(json);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new IllegalStateException("The signing key must be a private EC P-256 JWK with a kid");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key is not a JWK");
        }
    }
}
