package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.port.out.AccessTokenIssuer.AccessToken;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AccessTokenIssuer} promises. */
public abstract class AccessTokenIssuerContract {
    private static final Account ADA = account("usr_ada", Role.MEMBER, Role.SUPPORT);
    private static final Account BOB = account("usr_bob", Role.MEMBER);

    /** What a good token says. */
    public record Content(String user, String session, List<String> roles) {
        public Content {
            roles = List.copyOf(roles);
        }
    }

    protected abstract AccessTokenIssuer issuer();

    /** Reads a token as whoever guards the requests does; nothing when it is not good. */
    protected abstract Optional<Content> read(String token);

    @Test
    void namesThePersonTheSessionAndTheRoles() {
        AccessToken token = issuer().issue(ADA, "ses_1");

        assertThat(read(token.value())).contains(new Content("usr_ada", "ses_1", List.of("MEMBER", "SUPPORT")));
    }

    @Test
    void tellsPeopleApart() {
        assertThat(read(issuer().issue(BOB, "ses_2").value()))
                .contains(new Content("usr_bob", "ses_2", List.of("MEMBER")));
    }

    @Test
    void isGoodForMinutesOnly() {
        assertThat(issuer().issue(ADA, "ses_1").lifetime()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void isNotGoodAnyMoreWhenAnythingInItIsChanged() {
        String token = issuer().issue(ADA, "ses_1").value();
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';

        assertThat(read(token)).isPresent();
        assertThat(read(token.substring(0, middle) + other + token.substring(middle + 1)))
                .isEmpty();
        assertThat(read("made up")).isEmpty();
    }

    @Test
    void doesNotShowTheTokenWhenPrinted() {
        AccessToken token = issuer().issue(ADA, "ses_1");

        assertThat(token.value()).isNotBlank();
        assertThat(token.toString()).doesNotContain(token.value());
    }

    private static Account account(String id, Role... roles) {
        return new Account(
                new UserId(id),
                id.substring("usr_".length()) + "@example.org",
                "Somebody",
                ManualClock.NOON,
                Tier.FREE,
                List.of(roles),
                Account.Standing.ACTIVE,
                ManualClock.NOON);
    }
}
