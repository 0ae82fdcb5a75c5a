package ai.novacore.application.support;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.LookStore;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link LookStore} does. Each test has people of its own. */
public abstract class LookStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final UserId SUE = new UserId("usr_sue");

    protected abstract LookStore store();

    @Test
    public void keepsLooksAsTheyAre() {
        UserId ada = new UserId("usr_adakeeps");
        Look look = look("look_keeps1", NOON, ada);
        store().add(look);

        assertThat(store().list(ada, PageRequest.first(10)).items()).containsExactly(look);
        assertThat(store().list(null, PageRequest.first(100)).items()).contains(look);
    }

    @Test
    public void showsTheNewestFirstPageByPage() {
        UserId ada = new UserId("usr_adapages");
        List<Look> looks = List.of(
                look("look_pages1", NOON, ada),
                look("look_pages2", NOON, ada),
                look("look_pages3", NOON.plusSeconds(1), ada));
        looks.forEach(store()::add);
        store().add(look("look_pages4", NOON, new UserId("usr_bobpages")));
        store().add(look("look_pages5", NOON, null));

        List<Look> shown = new ArrayList<>();
        Page<Look> page = store().list(ada, PageRequest.first(2));
        shown.addAll(page.items());
        assertThat(page.next()).isNotNull();
        page = store().list(ada, new PageRequest(page.next(), 2));
        shown.addAll(page.items());

        assertThat(shown).containsExactlyElementsOf(looks.reversed());
        assertThat(page.next()).isNull();
    }

    @Test
    public void forgetsWhySomebodyWasLookedAt() {
        UserId ada = new UserId("usr_adaforgets");
        UserId bob = new UserId("usr_bobforgets");
        store().add(look("look_forgets1", NOON, ada));
        store().add(look("look_forgets2", NOON, bob));

        store().forgetReasons(ada);

        assertThat(store().list(ada, PageRequest.first(10)).items())
                .extracting(Look::reason)
                .containsExactly("");
        assertThat(store().list(bob, PageRequest.first(10)).items())
                .extracting(Look::reason)
                .containsExactly("ticket 4711");
    }

    private static Look look(String id, Instant at, @Nullable UserId person) {
        return new Look(
                id,
                at,
                SUE,
                "GET /support/users/{id}",
                person == null ? "" : person.value(),
                person,
                "ticket 4711",
                true,
                "request-1");
    }
}
