package ai.novacore.application.support;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.LookStore;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whose data a look is at, keeps it, and tells whoever watches over the product. */
public final class AuditLooks implements AuditLooksUseCase {
    private static final Logger SECURITY = LoggerFactory.getLogger("ai.novacore.security");

    /** Ids, and nothing that somebody typed. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final LookStore store;
    private final HistoryLog history;
    private final IdGenerator ids;
    private final Clock clock;

    public AuditLooks(LookStore store, HistoryLog history, IdGenerator ids, Clock clock) {
        this.store = store;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void note(Looking looking) {
        String target =
                looking.named().stream().filter(id -> ID.matcher(id).matches()).collect(Collectors.joining(" "));
        UserId person = looking.named().stream()
                .map(this::person)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        store.add(new Look(
                ids.next("look_"),
                clock.instant(),
                looking.staff(),
                looking.action(),
                target,
                person,
                looking.reason(),
                looking.unmasked(),
                Correlation.current().id()));
        // The reason is in somebody's own words: it is kept in the database, where it can be deleted.
        SECURITY.atInfo()
                .addKeyValue("event", "support_look")
                .addKeyValue("staff", looking.staff().value())
                .addKeyValue("action", looking.action())
                .addKeyValue("target", target)
                .addKeyValue("unmasked", looking.unmasked())
                .log("Somebody of the staff looks at what is not theirs");
    }

    private @Nullable UserId person(String named) {
        if (Ids.isValid("usr_", named)) {
            return new UserId(named);
        }
        Optional<UserId> owner = ID.matcher(named).matches() ? history.personOf(named) : Optional.empty();
        return owner.orElse(null);
    }

    @Override
    public Page<Look> looks(@Nullable UserId person, PageRequest page) {
        return store.list(person, page);
    }
}
