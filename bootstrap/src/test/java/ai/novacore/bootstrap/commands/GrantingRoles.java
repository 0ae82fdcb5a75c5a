package ai.novacore.bootstrap.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantingRoles {
    private static final Map<String, String> FOREIGN =
            Map.of("SERVICE_JWT_SECRET", "a secret that is not the product's own one");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void givesAndTakesARole() throws Exception {
        URI product = Product.shared().address();
        Map<String, String> own = Map.of("NOVA_DATA", Product.shared().data().toString());
        String email = "op-" + UUID.randomUUID() + "@example.org";
        register(product, email);

        assertThat(run(own, email, "operator", "--url=" + product)).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines(email + " now has the roles MEMBER, OPERATOR.");

        assertThat(run(own, email, "OPERATOR", "--remove", "--url=" + product)).isZero();
        assertThat(out.toString()).endsWithIgnoringCase("has the roles MEMBER." + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void findsNobodyWhoHasNoAccount() {
        Map<String, String> own = Map.of("NOVA_DATA", Product.shared().data().toString());

        assertThat(run(own, "nobody@example.org", "ADMIN", url())).isEqualTo(1);

        assertThat(err.toString()).contains("Nobody has an account");
    }

    @Test
    void isRefusedWithASecretThatIsNotTheProducts() {
        assertThat(run(FOREIGN, "ada@example.org", "ADMIN", url())).isEqualTo(1);

        assertThat(err.toString()).contains("403").contains("service_token_invalid");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(run(FOREIGN, "ada@example.org", "ADMIN", "--url=http://localhost:1"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("Nothing answers at http://localhost:1");
    }

    @Test
    void saysWhereThereIsNoSecret() {
        assertThat(run(Map.of("NOVA_DATA", folder.toString()), "ada@example.org", "ADMIN"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("There is no secret in " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada@example.org", "ada@example.org KING", "a b c"})
    void refusesArgumentsThatMakeNoSense(String arguments) {
        assertThat(run(FOREIGN, arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("./nova grant-role");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new GrantRoleCommand(environment).run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    private static String url() {
        return "--url=" + Product.shared().address();
    }

    private static void register(URI product, String email) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(product.resolve("/auth/register"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"email\":\"%s\",\"password\":\"correct horse battery staple\",\"displayName\":\"Op\"}"
                                    .formatted(email)))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        }
    }
}
