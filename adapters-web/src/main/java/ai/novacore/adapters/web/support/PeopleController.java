package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.support.SupportShapes.People;
import ai.novacore.adapters.web.support.SupportShapes.Person;
import ai.novacore.adapters.web.support.SupportShapes.Timeline;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.in.AuditLooksUseCase.Looking;
import ai.novacore.application.support.port.in.FindPeopleUseCase;
import ai.novacore.application.support.port.in.TimelineQuery;
import ai.novacore.domain.user.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people whom support staff are asked about, and what happened to them. */
@RestController
@RequestMapping("/support/users")
final class PeopleController {
    private static final int LONGEST_ADDRESS = 254;

    /** Long enough that the beginning of a short life is on the first page. */
    private static final String TIMELINE_LIMIT = "100";

    private final FindPeopleUseCase people;
    private final TimelineQuery timelines;
    private final AuditLooksUseCase audit;

    PeopleController(FindPeopleUseCase people, TimelineQuery timelines, AuditLooksUseCase audit) {
        this.people = people;
        this.timelines = timelines;
        this.audit = audit;
    }

    /** Who has this address now: one person, or nobody. */
    @ShowsPersonalText
    @GetMapping
    People byAddress(Staff staff, @RequestParam(required = false) @Nullable String email) {
        String address = Texts.required("email", email, LONGEST_ADDRESS);
        if (!EmailAddress.isPlausible(address)) {
            throw Refused.field("email", "must be a mail address");
        }
        return people.byAddress(new EmailAddress(address))
                .map(found -> {
                    // Only now it is known at whom somebody looks.
                    audit.note(new Looking(
                            staff.id(),
                            "GET /support/users found",
                            List.of(found.id().value()),
                            staff.reason(),
                            staff.unmasked()));
                    return new People(List.of(Person.of(found, staff.unmasked())));
                })
                .orElse(new People(List.of()));
    }

    @ShowsPersonalText
    @GetMapping("/{id}")
    Person byId(Staff staff, @PathVariable String id) {
        return Person.of(people.byId(PathIds.user(id)), staff.unmasked());
    }

    /** The newest first. */
    @GetMapping("/{id}/timeline")
    Timeline timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = TIMELINE_LIMIT) int limit) {
        PageRequest page = Paging.request(cursor, limit);
        return Timeline.of(timelines.timeline(PathIds.user(id), page));
    }
}
