package ai.novacore.application.support.port.out;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the looks of the staff. They are facts: added and never changed, until the person is erased. */
public interface LookStore {

    /**
     * Somebody of the staff looked at something, or did something.
     *
     * @param action the route, as a template
     * @param target the ids that were named, by blanks
     * @param person whose data it was; absent when nobody's in particular
     * @param reason why, in the words of the staff; empty once the person is erased
     * @param unmasked whether personal text was shown
     */
    record Look(
            String id,
            Instant at,
            UserId staff,
            String action,
            String target,
            @Nullable UserId person,
            String reason,
            boolean unmasked,
            String correlationId) {}

    void add(Look look);

    /**
     * The newest first.
     *
     * @param person only those at this person's data; all when absent
     */
    Page<Look> list(@Nullable UserId person, PageRequest page);

    /** Empties the reasons of the looks at a person's data, because they may tell about the person. */
    void forgetReasons(UserId person);
}
