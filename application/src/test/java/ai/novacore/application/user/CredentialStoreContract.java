package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.domain.shared.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialStore} promises. */
public abstract class CredentialStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");

    /** An empty one; the same one throughout a test. */
    protected abstract CredentialStore store();

    @Test
    void findsTheLastHash() {
        store().save(MIRA, "$argon2id$old");
        store().save(MIRA, "$argon2id$new");

        assertThat(store().find(MIRA)).contains("$argon2id$new");
        assertThat(store().find(new UserId("usr_other"))).isEmpty();
    }

    @Test
    void replacesOnlyTheHashThatWasMeant() {
        store().save(MIRA, "$argon2id$old");
        store().replace(MIRA, "$argon2id$old", "$argon2id$stronger");
        store().replace(MIRA, "$argon2id$old", "$argon2id$tooLate");
        store().replace(new UserId("usr_other"), "$argon2id$old", "$argon2id$nobody");

        assertThat(store().find(MIRA)).contains("$argon2id$stronger");
        assertThat(store().find(new UserId("usr_other"))).isEmpty();
    }

    @Test
    void forgetsOnePersonsHash() {
        UserId other = new UserId("usr_other");
        store().save(MIRA, "$argon2id$one");
        store().save(other, "$argon2id$two");
        store().remove(MIRA);
        store().remove(MIRA);

        assertThat(store().find(MIRA)).isEmpty();
        assertThat(store().find(other)).contains("$argon2id$two");
    }
}
