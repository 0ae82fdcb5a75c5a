package ai.novacore.adapters.web.testing;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes who looks. */
public final class FakeSupport implements AuditLooksUseCase {
    public final List<Looking> noted = new CopyOnWriteArrayList<>();

    @Override
    public void note(Looking looking) {
        noted.add(looking);
    }

    @Override
    public Page<Look> looks(@Nullable UserId person, PageRequest page) {
        return new Page<>(List.of(), null);
    }
}
