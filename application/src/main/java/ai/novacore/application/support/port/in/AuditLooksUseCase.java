package ai.novacore.application.support.port.in;

import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps who of the staff looked at what, and why. */
public interface AuditLooksUseCase {

    /**
     * What somebody of the staff is about to look at or to do.
     *
     * @param action the route, as a template
     * @param named the ids that the request names; whose data it is follows from them
     * @param reason why, in their own words; plain text on one line
     * @param unmasked whether personal text is to be shown
     */
    record Looking(UserId staff, String action, List<String> named, String reason, boolean unmasked) {
        public Looking {
            named = List.copyOf(named);
        }
    }

    /** Notes a look before it happens: one that cannot be noted must not happen. */
    void note(Looking looking);

    /**
     * The looks, newest first.
     *
     * @param person only those at this person's data; all when absent
     */
    Page<Look> looks(@Nullable UserId person, PageRequest page);
}
