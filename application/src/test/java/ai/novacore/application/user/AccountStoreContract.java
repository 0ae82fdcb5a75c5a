package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AccountStore} promises. */
public abstract class AccountStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant JOINED = Instant.parse("2026-11-21T08:00:00.123456Z");

    /** An empty one; the same one throughout a test. */
    protected abstract AccountStore store();

    @Test
    void findsWhatWasSaved() {
        Account account = account("Mira", null);
        store().save(account);

        assertThat(store().find(MIRA)).contains(account);
        assertThat(store().find(new UserId("usr_other"))).isEmpty();
    }

    @Test
    void replacesWhatWasThere() {
        store().save(account("Mira", null));
        Account verified = account("Mira M. 🌱", JOINED.plusSeconds(60));
        store().save(verified);

        assertThat(store().find(MIRA)).contains(verified);
    }

    @Test
    void removes() {
        store().save(account("Mira", null));
        store().remove(MIRA);
        store().remove(MIRA);

        assertThat(store().find(MIRA)).isEmpty();
    }

    @Test
    void countsAccountsThatStandAlike() {
        store().save(account("Mira", JOINED));

        assertThat(store().count(Account.Standing.SUSPENDED)).isEqualTo(1);
        assertThat(store().count(Account.Standing.CLOSING)).isZero();
    }

    @Test
    void keepsTimesToTheMicrosecond() {
        Instant fine = JOINED.plusNanos(789);
        store().save(account("Mira", fine));

        assertThat(store().find(MIRA))
                .get()
                .extracting(Account::emailVerifiedAt)
                .matches(kept -> kept != null && !kept.isBefore(JOINED) && !kept.isAfter(fine));
    }

    private static Account account(String name, @Nullable Instant verifiedAt) {
        return new Account(
                MIRA,
                "mira@example.com",
                name,
                verifiedAt,
                Tier.PRO,
                List.of(Role.MEMBER, Role.ADMIN),
                verifiedAt == null ? Account.Standing.ACTIVE : Account.Standing.SUSPENDED,
                JOINED);
    }
}
