package ai.novacore.application.user;

import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.readmodel.Account;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Issues tokens that say nothing, and remembers what each stands for. */
public final class PlainAccessTokenIssuer implements AccessTokenIssuer {
    private final SecretTokens secrets = new SecretTokens();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** What a token was issued for. */
    public record Issued(Account account, String session) {}

    @Override
    public AccessToken issue(Account account, String session) {
        String token = secrets.next();
        issued.put(token, new Issued(account, session));
        return new AccessToken(token, Duration.ofMinutes(15));
    }

    /** By token. */
    public Map<String, Issued> issued() {
        return Map.copyOf(issued);
    }
}
