package ai.novacore.bootstrap.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.bootstrap.secrets.ServiceSecretFile;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintingServiceTokens {
    private static final String SECRET = "Zx8vQm2LtR5yWb9KfJ3hNc7PdG4sUe6A";
    private static final Map<String, String> CONFIGURED = Map.of("SERVICE_JWT_SECRET", SECRET);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsATokenAndNothingElse() throws ParseException, JOSEException {
        assertThat(run(CONFIGURED, "--scope", "workers")).isZero();

        assertThat(out.toString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
        SignedJWT token = SignedJWT.parse(out.toString().strip());
        assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
        assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("workers");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scope=memory,policy", "--scope=memory --scope=policy", "--scope policy,memory"})
    void takesSeveralScopes(String arguments) throws ParseException {
        assertThat(run(CONFIGURED, arguments.split(" ", -1))).isZero();

        assertThat(SignedJWT.parse(out.toString().strip()).getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo("memory policy");
    }

    @Test
    void takesWhatTheProductMadeForItself() throws IOException, ParseException, JOSEException {
        ServiceSecrets made = ServiceSecretFile.loadOrGenerate(null, folder);

        assertThat(run(Map.of("NOVA_DATA", folder.toString()), "--scope", "memory"))
                .isZero();
        assertThat(SignedJWT.parse(out.toString().strip())
                        .verify(new MACVerifier(made.values().getFirst())))
                .isTrue();
        Path file = folder.resolve("keys").resolve("service-secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ServiceSecretFile.loadOrGenerate(" ", folder)).isEqualTo(made);
        assertThat(ServiceSecretFile.loadOrGenerate(SECRET, folder).values()).containsExactly(SECRET);
    }

    @Test
    void prefersTheFolderThatItIsGiven() throws IOException {
        ServiceSecretFile.loadOrGenerate(null, folder);

        assertThat(run(Map.of("NOVA_DATA", "/nowhere"), "--scope=memory", "--data=" + folder))
                .isZero();
    }

    @Test
    void saysWhereThereIsNoSecret() {
        assertThat(run(Map.of("NOVA_DATA", folder.toString()), "--scope", "memory"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("There is no secret in " + folder, "SERVICE_JWT_SECRET");
        assertThat(out.toString()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatASecretIsTooShort() {
        assertThat(run(Map.of("SERVICE_JWT_SECRET", "tiny"), "--scope", "memory"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("32 bytes").doesNotContain("tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scope everything", "--scope WORKERS", "--scope", "", "--scope=workers more", "--what"})
    void refusesArgumentsThatMakeNoSense(String arguments) {
        assertThat(run(CONFIGURED, arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("./nova service-token");
    }

    @Test
    void namesTheScopesThatThereAre() {
        run(CONFIGURED, "--scope", "everything");

        assertThat(err.toString())
                .contains(
                        "There is no scope 'everything'. There are: intelligence, memory, policy, workers, accounts.");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new ServiceTokenCommand(environment).run(arguments, new PrintWriter(out), new PrintWriter(err));
    }
}
