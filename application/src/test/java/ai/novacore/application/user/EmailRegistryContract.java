package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link EmailRegistry} promises. */
public abstract class EmailRegistryContract {
    private static final EmailAddress ADDRESS = new EmailAddress("mira@example.com");
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId OTHER = new UserId("usr_other");

    /** An empty one; the same one throughout a test. */
    protected abstract EmailRegistry registry();

    @Test
    void givesAnAddressToTheFirstOnly() {
        assertThat(registry().claim(ADDRESS, MIRA)).isTrue();
        assertThat(registry().claim(ADDRESS, OTHER)).isFalse();
        assertThat(registry().claim(ADDRESS, MIRA)).isFalse();

        assertThat(registry().find(ADDRESS)).contains(MIRA);
        assertThat(registry().find(new EmailAddress("nobody@example.com"))).isEmpty();
        assertThat(registry().addressOf(MIRA)).contains(ADDRESS);
        assertThat(registry().addressOf(OTHER)).isEmpty();
    }

    @Test
    void freesAllAddressesOfAPerson() {
        EmailAddress second = new EmailAddress("m@example.org");
        EmailAddress others = new EmailAddress("other@example.com");
        registry().claim(ADDRESS, MIRA);
        registry().claim(second, MIRA);
        registry().claim(others, OTHER);

        registry().release(MIRA);

        assertThat(registry().find(ADDRESS)).isEmpty();
        assertThat(registry().find(others)).contains(OTHER);
        assertThat(registry().claim(second, OTHER)).isTrue();
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        List<Callable<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UserId user = new UserId("usr_" + i);
            claims.add(() -> registry().claim(ADDRESS, user));
        }
        int winners = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> claim : threads.invokeAll(claims)) {
                winners += claim.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void knowsWhoseAddressIsWhose() {
        UserId mira = new UserId("usr_mira");
        EmailAddress address = new EmailAddress("mira.known@example.org");
        registry().claim(address, mira);

        assertThat(registry().addressOf(mira)).contains(address);
        assertThat(registry().addressOf(new UserId("usr_nobody"))).isEmpty();
        registry().release(mira);
        assertThat(registry().addressOf(mira)).isEmpty();
    }
}
