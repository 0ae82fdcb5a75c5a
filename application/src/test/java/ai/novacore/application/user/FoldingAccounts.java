package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.testing.Folding;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.AccountProjection;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingAccounts {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant T0 = Instant.parse("2026-11-21T08:00:00Z");
    private static final EmailAddress EMAIL = new EmailAddress("mira@example.com");
    private static final UserRegistered REGISTERED =
            new UserRegistered(MIRA, T0, EMAIL, new PersonalText("Mira"), List.of(Role.MEMBER));

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final AccountProjection projection = new AccountProjection(accounts);

    @Test
    void hasAStableName() {
        assertThat(projection.name()).isEqualTo("accounts");
    }

    @Test
    void beginsFreeAndUnverified() {
        Folding.ONCE.into(projection, List.of(REGISTERED));

        assertThat(accounts.find(MIRA))
                .contains(new Account(
                        MIRA,
                        "mira@example.com",
                        "Mira",
                        null,
                        Tier.FREE,
                        List.of(Role.MEMBER),
                        Account.Standing.ACTIVE,
                        T0));
    }

    @ParameterizedTest
    @EnumSource
    void followsEveryChange(Folding folding) {
        folding.into(
                projection,
                List.of(
                        REGISTERED,
                        new VerificationRequested(MIRA, at(1), EMAIL),
                        new VerificationTokenIssued(MIRA, at(2), new TokenHash("a".repeat(64)), at(100)),
                        new EmailVerified(MIRA, at(3), EMAIL),
                        new ProfileChanged(MIRA, at(4), new PersonalText("Mira M.")),
                        new RolesChanged(MIRA, at(5), List.of(Role.MEMBER, Role.SUPPORT)),
                        new PasswordChanged(MIRA, at(6)),
                        tierChanged(Tier.FREE, Tier.PRO),
                        new UserSuspended(MIRA, at(8), new PersonalText("spam"))));

        assertThat(accounts.find(MIRA))
                .contains(new Account(
                        MIRA,
                        "mira@example.com",
                        "Mira M.",
                        at(3),
                        Tier.PRO,
                        List.of(Role.MEMBER, Role.SUPPORT),
                        Account.Standing.SUSPENDED,
                        T0));
    }

    @ParameterizedTest
    @EnumSource
    void liftsASuspension(Folding folding) {
        folding.into(
                projection,
                List.of(
                        REGISTERED,
                        new UserSuspended(MIRA, at(1), new PersonalText("spam")),
                        new UserReinstated(MIRA, at(2), new PersonalText("a mistake"))));

        assertThat(accounts.find(MIRA)).get().extracting(Account::standing).isEqualTo(Account.Standing.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void removesWhoWasErased(Folding folding) {
        folding.into(projection, List.of(REGISTERED, new ErasureRequested(MIRA, at(1))));
        assertThat(accounts.find(MIRA)).get().extracting(Account::standing).isEqualTo(Account.Standing.CLOSING);

        folding.into(projection, List.of(new UserErased(MIRA, at(2)), tierChanged(Tier.PRO, Tier.FREE)));
        assertThat(accounts.find(MIRA)).isEmpty();
    }

    private static DomainEvent tierChanged(Tier from, Tier to) {
        return new TierChanged(new SubscriptionId("sub_1"), at(7), MIRA, from, to, null);
    }

    private static Instant at(int seconds) {
        return T0.plusSeconds(seconds);
    }
}
