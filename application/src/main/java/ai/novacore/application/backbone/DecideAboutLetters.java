package ai.novacore.application.backbone;

import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import ai.novacore.application.backbone.port.out.DeadLetterRetry;
import ai.novacore.application.backbone.port.out.DeadLetterStore;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarded;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarding;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Letter;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.HistoryJson;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.domain.shared.DomainRejection;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do about dead letters. */
public final class DecideAboutLetters implements DeadLettersUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(DecideAboutLetters.class);

    private final DeadLetterStore letters;
    private final DeadLetterRetry retry;
    private final HistoryLog log;
    private final HistoryJson json;
    private final Clock clock;

    public DecideAboutLetters(
            DeadLetterStore letters, DeadLetterRetry retry, HistoryLog log, HistoryJson json, Clock clock) {
        this.letters = letters;
        this.retry = retry;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Page<Shown> list(@Nullable String processor, PageRequest page) {
        Page<Letter> found = letters.list(processor, page);
        return new Page<>(found.items().stream().map(this::shown).toList(), found.next());
    }

    @Override
    public Shown find(String id) {
        return shown(letter(id));
    }

    private Letter letter(String id) {
        return letters.find(id).orElseThrow(DomainRejection::notFound);
    }

    /** What the event says is in the log, where it can be read as today's program understands it. */
    private Shown shown(Letter letter) {
        if (letter.aggregate() == null || letter.sequence() == null) {
            return new Shown(letter, null);
        }
        return log.stream(letter.aggregate(), letter.sequence(), 1).stream()
                .filter(entry -> entry.eventId().equals(letter.eventId()))
                .findFirst()
                .map(entry -> new Shown(letter, payload(entry)))
                .orElse(new Shown(letter, null));
    }

    private Object payload(Entry entry) {
        return entry.event() == null ? json.stored(entry.stored(), false) : json.event(entry.event(), false);
    }

    @Override
    public Optional<Shown> retry(String id) {
        Letter letter = letter(id);
        if (letter.waitsFor() > 0) {
            throw DomainRejection.conflict(
                    "letter_waits", "An earlier letter of the same aggregate must be settled or discarded first.");
        }
        boolean tried = retry.retry(letter.processor(), letter.eventId());
        Optional<Letter> after = letters.find(id);
        if (!tried && after.isPresent() && after.get().attempts() == letter.attempts()) {
            throw DomainRejection.conflict("letter_busy", "This letter is being tried already.");
        }
        LOG.info(
                "The dead letter {} of {} was tried again: {}",
                letter.id(),
                letter.processor(),
                after.isPresent() ? "failed" : "settled");
        return after.map(this::shown);
    }

    @Override
    public void discard(String id, String by, String reason) {
        Letter letter = letter(id);
        if (!letters.discard(id, new Discarding(by, clock.instant(), reason))) {
            throw DomainRejection.notFound();
        }
        LOG.warn("The dead letter {} of {} was discarded", letter.id(), letter.processor());
    }

    @Override
    public Page<Discarded> discarded(PageRequest page) {
        return letters.discarded(page);
    }
}
