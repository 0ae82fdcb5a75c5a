package ai.novacore.adapters.web.dev;

import ai.novacore.adapters.web.history.EventSentences;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows developers what happened, one sentence an event. */
@Profile("local")
@RestController
final class EventsController {
    private static final int LONGEST_CORRELATION = 64;

    private final EventLog log;

    EventsController(EventLog log) {
        this.log = log;
    }

    @Schema(name = "DevEvents")
    record Events(List<Line> items) {}

    @Schema(name = "DevEvent")
    record Line(
            long position,
            long sequence,
            String type,
            Instant at,
            String aggregate,
            String correlationId,
            String sentence) {

        static Line of(Recorded recorded) {
            return new Line(
                    recorded.position(),
                    recorded.sequence(),
                    recorded.type(),
                    recorded.event().at(),
                    recorded.event().id().value(),
                    recorded.correlationId(),
                    EventSentences.of(recorded.event()));
        }
    }

    /** The events after a position, oldest first; from the beginning when none is named. */
    @GetMapping("/dev/events")
    Events events(
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(required = false) @Nullable String correlationId,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        String request = Texts.optional("correlationId", correlationId, LONGEST_CORRELATION);
        return new Events(log.after(after, request, Paging.limit(limit)).stream()
                .map(Line::of)
                .toList());
    }
}
