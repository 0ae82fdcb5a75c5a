package ai.novacore.application.support;

import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.LookStore;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Looks in memory. */
public final class InMemoryLooks implements LookStore {
    private final List<Look> looks = new CopyOnWriteArrayList<>();

    @Override
    public void add(Look look) {
        looks.add(look);
    }

    @Override
    public Page<Look> list(@Nullable UserId person, PageRequest page) {
        return Paging.page(
                looks.stream().filter(look -> person == null || person.equals(look.person())),
                look -> new Cursor(look.at(), look.id()),
                page);
    }

    @Override
    public void forgetReasons(UserId person) {
        looks.replaceAll(look -> person.equals(look.person())
                ? new Look(
                        look.id(),
                        look.at(),
                        look.staff(),
                        look.action(),
                        look.target(),
                        person,
                        "",
                        look.unmasked(),
                        look.correlationId())
                : look);
    }
}
