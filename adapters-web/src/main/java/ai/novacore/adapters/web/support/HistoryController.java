package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.input.Moments;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.support.HistoryShapes.DiffView;
import ai.novacore.adapters.web.support.HistoryShapes.Events;
import ai.novacore.adapters.web.support.HistoryShapes.StateView;
import ai.novacore.application.support.port.in.HistoryQuery;
import ai.novacore.application.support.port.in.HistoryQuery.Kind;
import ai.novacore.application.support.port.in.HistoryQuery.Point;
import ai.novacore.application.support.port.in.HistoryQuery.Subject;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an aggregate, what it was at any point, and what is different between two. */
@RestController
@RequestMapping("/support/aggregates/{type}/{id}")
final class HistoryController {
    private static final String BEFORE_ALL = "" + HistoryQuery.BEFORE_ALL;
    private static final Pattern SEQUENCE = Pattern.compile("-1|\\d{1,18}");

    private final HistoryQuery history;

    HistoryController(HistoryQuery history) {
        this.history = history;
    }

    /** The oldest first, those behind {@code after}. */
    @ShowsPersonalText
    @GetMapping("/events")
    Events events(
            Staff staff,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(defaultValue = BEFORE_ALL) long after,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        if (after < HistoryQuery.BEFORE_ALL || after == Long.MAX_VALUE) {
            throw Refused.field("after", "must be the sequence of an event, or " + BEFORE_ALL);
        }
        int most = Paging.limit(limit);
        return Events.of(history.events(subject(type, id), after, most, staff.unmasked()), most);
    }

    /** {@code at} is the sequence of an event, or an instant; without it, the state is that of now. */
    @ShowsPersonalText
    @GetMapping("/state")
    StateView state(
            Staff staff,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String at) {
        return StateView.of(history.state(subject(type, id), point("at", at), staff.unmasked()));
    }

    /** What changed between {@code from} and {@code to}, each the sequence of an event or an instant. */
    @ShowsPersonalText
    @GetMapping("/diff")
    DiffView diff(
            Staff staff,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(defaultValue = BEFORE_ALL) String from,
            @RequestParam(required = false) @Nullable String to) {
        return DiffView.of(
                history.difference(subject(type, id), point("from", from), point("to", to), staff.unmasked()));
    }

    private static Subject subject(String type, String id) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(type))
                .findFirst()
                .map(kind -> new Subject(kind, id))
                .orElseThrow(Refused::notFound);
    }

    private static Point point(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return new Point.Latest();
        }
        if (SEQUENCE.matcher(value).matches()) {
            return new Point.After(Long.parseLong(value));
        }
        Instant instant = Moments.optional(name, value);
        return new Point.At(Objects.requireNonNull(instant));
    }
}
