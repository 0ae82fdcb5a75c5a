package ai.novacore.application.support.history;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.in.TimelineQuery;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts what the log says about a person and what the policy refused them into one order. At the same instant events come
 * before refusals, which the ids in cursors say too: {@code e} with a position, or {@code d} with a decision.
 */
public final class PersonTimeline implements TimelineQuery {
    private static final String EVENT = "e";
    private static final String DECISION = "d";

    /** Behind every id of a decision. */
    private static final String BEHIND_ALL = "zzz";

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), EVENT + "0");
    private static final Comparator<Placed> NEWEST_FIRST =
            Comparator.comparing((Placed placed) -> placed.cursor().at()).reversed();

    private final HistoryLog log;
    private final PolicyDecisionQuery decisions;

    public PersonTimeline(HistoryLog log, PolicyDecisionQuery decisions) {
        this.log = log;
        this.decisions = decisions;
    }

    private record Placed(Moment moment, Cursor cursor) {}

    @Override
    public Page<Moment> timeline(UserId person, PageRequest page) {
        if (log.lastSequence(person.value()).isEmpty()) {
            throw DomainRejection.notFound();
        }
        Cursor after = page.after() == null ? NEWEST : page.after();
        // Each comes newest first, and sorting keeps the order of those at the same instant.
        List<Placed> found = new ArrayList<>(events(person, after, page.limit() + 1));
        found.addAll(refusals(person, after, page.limit()));
        found.sort(NEWEST_FIRST);
        List<Placed> shown = found.subList(0, Math.min(page.limit(), found.size()));
        return new Page<>(
                shown.stream().map(Placed::moment).toList(),
                found.size() > shown.size() ? shown.getLast().cursor() : null);
    }

    private List<Placed> events(UserId person, Cursor after, int limit) {
        long position = after.id().startsWith(EVENT) ? position(after.id()) : -1;
        return log.ofPerson(person, after.at(), position, limit).stream()
                .map(entry -> new Placed(
                        new Moment.Recorded(entry), new Cursor(entry.recordedAt(), EVENT + entry.position())))
                .toList();
    }

    private static long position(String id) {
        try {
            return Long.parseLong(id.substring(EVENT.length()));
        } catch (NumberFormatException e) {
            throw DomainRejection.invalid("invalid_request", "The cursor is none of this list.");
        }
    }

    /** One page holds all that can be on the page that is shown, and one more when there is another page. */
    private List<Placed> refusals(UserId person, Cursor after, int limit) {
        String id = after.id().startsWith(DECISION) ? after.id().substring(DECISION.length()) : BEHIND_ALL;
        PageRequest wanted = new PageRequest(new Cursor(after.at(), id), Math.min(limit + 1, PageRequest.MAX_LIMIT));
        return decisions.read(new Filter(person, Decision.BLOCK), wanted).items().stream()
                .map(decision ->
                        new Placed(new Moment.Refused(decision), new Cursor(decision.at(), DECISION + decision.id())))
                .toList();
    }
}
