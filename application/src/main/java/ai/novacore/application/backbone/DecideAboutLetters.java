package ai.novacore.application.backbone;

import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import ai.novacore.application.backbone.port.out.DeadLetterRetry;
import ai.novacore.application.backbone.port.out.DeadLetterStore;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarded;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarding;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Letter;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
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
    private final Clock clock;

    public DecideAboutLetters(DeadLetterStore letters, DeadLetterRetry retry, Clock clock) {
        this.letters = letters;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public Page<Letter> list(@Nullable String processor, PageRequest page) {
        return letters.list(processor, page);
    }

    @Override
    public Letter find(String id) {
        return letters.find(id).orElseThrow(DomainRejection::notFound);
    }

    @Override
    public Optional<Letter> retry(String id) {
        Letter letter = find(id);
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
        return after;
    }

    @Override
    public void discard(String id, String by, String reason) {
        Letter letter = find(id);
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
