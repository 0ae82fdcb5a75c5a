package ai.novacore.bootstrap.demo;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Becomes a member: registered, verified by the link in the mail, logged in. */
final class NewMember {
    private static final String NAME = "Mira";

    private final DemoClient client;
    private final Terminal terminal;

    NewMember(DemoClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    void join() {
        String email = "demo-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        String password = UUID.randomUUID().toString();
        client.post("/auth/register", Map.of("email", email, "password", password, "displayName", NAME));
        terminal.entry("registered", email);
        verify(email);
        JsonNode session = client.post("/auth/login", Map.of("email", email, "password", password));
        client.use(session.path("accessToken").asString(""));
        JsonNode user = session.path("user");
        terminal.entry(
                "logged in",
                "as %s, tier %s"
                        .formatted(
                                user.path("displayName").asString(""),
                                user.path("tier").asString("")));
    }

    private void verify(String email) {
        String mailbox = "/dev/mailbox/messages?to=" + email;
        if (client.find(mailbox).isEmpty()) {
            terminal.entry(
                    "not verified", "the product does not run in the profile local, so its mails cannot be read here");
            return;
        }
        String token = Waiting.until(() -> client.find(mailbox).flatMap(NewMember::token))
                .orElseThrow(() -> new DemoFailure(
                        "The mail to verify the address did not come.", "See %s/health".formatted(client.address())));
        client.get("/auth/verify-email?token=" + token);
        terminal.entry("verified", "by the link in the mail that was sent to it");
    }

    private static Optional<String> token(JsonNode mails) {
        for (JsonNode mail : mails.path("messages")) {
            for (JsonNode link : mail.path("links")) {
                String address = link.asString("");
                int token = address.indexOf("token=");
                if (token >= 0) {
                    return Optional.of(address.substring(token + "token=".length()));
                }
            }
        }
        return Optional.empty();
    }
}
