package ai.novacore.adapters.web.testing;

import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import ai.novacore.application.backbone.port.in.ProcessorsQuery;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarded;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Discarding;
import ai.novacore.application.backbone.port.out.DeadLetterStore.Letter;
import ai.novacore.application.backbone.port.out.Processors.Kind;
import ai.novacore.application.backbone.port.out.Processors.Processor;
import ai.novacore.application.backbone.port.out.Processors.Segment;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Difference;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.DomainRejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One projection whose replay was refused, and one dead letter; notes what it is asked. */
public final class FakeBackbone implements ProcessorsQuery, ReplayUseCase, DeadLettersUseCase {
    private static final Replay REFUSED = new Replay(
            "rpl_1",
            "accounts",
            false,
            "usr_olga",
            TestServer.NOW,
            Status.REFUSED,
            "node_1",
            1,
            70,
            70,
            TestServer.NOW,
            TestServer.NOW,
            List.of(new Difference("account", 1, 0, 2, List.of("usr_ada", "usr_ben", "usr_eva"))),
            null,
            null);
    private static final Letter LETTER = new Letter(
            "11-22",
            "accounts",
            "33-44",
            "user.registered/1",
            "usr_ada",
            0L,
            "java.lang.IllegalStateException",
            "broken",
            6,
            null,
            true,
            TestServer.NOW,
            0);

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile boolean healed;

    @Override
    public List<Standing> processors() {
        return List.of(new Standing(
                new Processor(
                        "accounts",
                        Kind.PROJECTION,
                        70,
                        Duration.ofMillis(1_500),
                        3,
                        List.of(new Segment(0, "1@host", 70, false, null)),
                        1),
                true,
                REFUSED));
    }

    @Override
    public Replay ask(String processor, String askedBy, boolean swapWhenDifferent) {
        if (processor.equals("verification-mail")) {
            throw DomainRejection.conflict("not_replayable", "It does more than keep a read model.");
        }
        known(processor);
        asked.add(askedBy + " replays " + processor + (swapWhenDifferent ? " and swaps" : ""));
        return Replay.asked("rpl_2", processor, swapWhenDifferent, askedBy, TestServer.NOW);
    }

    @Override
    public List<Replay> list(String processor, int limit) {
        known(processor);
        asked.add("replays: " + limit);
        return List.of(REFUSED);
    }

    @Override
    public Replay cancel(String processor, String id) {
        known(processor);
        asked.add("cancel " + id);
        return REFUSED;
    }

    private static void known(String processor) {
        if (!processor.equals("accounts")) {
            throw DomainRejection.notFound();
        }
    }

    @Override
    public Page<Shown> list(@Nullable String processor, PageRequest page) {
        asked.add("letters of " + processor + ": " + page.limit());
        return new Page<>(List.of(shown()), new Cursor(TestServer.NOW, "11_22"));
    }

    private static Shown shown() {
        return new Shown(LETTER, Map.of("displayName", "[3 characters]"));
    }

    @Override
    public Shown find(String id) {
        if (!id.equals(LETTER.id())) {
            throw DomainRejection.notFound();
        }
        return shown();
    }

    @Override
    public Optional<Shown> retry(String id) {
        Shown letter = find(id);
        asked.add("retry " + id);
        return healed ? Optional.empty() : Optional.of(letter);
    }

    @Override
    public void discard(String id, String by, String reason) {
        find(id);
        asked.add(by + " discards " + id + " because " + reason);
    }

    @Override
    public Page<Discarded> discarded(PageRequest page) {
        return new Page<>(
                List.of(new Discarded(
                        LETTER.id(),
                        LETTER.processor(),
                        LETTER.eventId(),
                        LETTER.eventType(),
                        LETTER.aggregate(),
                        LETTER.sequence(),
                        LETTER.enqueuedAt(),
                        new Discarding("usr_olga", TestServer.NOW, "of no use"))),
                null);
    }
}
