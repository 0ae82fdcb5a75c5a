package ai.novacore.application.backbone;

import ai.novacore.application.backbone.port.in.ProcessorsQuery;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import ai.novacore.application.backbone.port.out.Processors;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.ReplayStore;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.domain.shared.DomainRejection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes wishes for replays; {@link RunReplays} carries them out. */
public final class AskForReplays implements ReplayUseCase, ProcessorsQuery {
    private final Processors processors;
    private final ReadModelCopies copies;
    private final ReplayStore replays;
    private final IdGenerator ids;
    private final Clock clock;

    public AskForReplays(
            Processors processors, ReadModelCopies copies, ReplayStore replays, IdGenerator ids, Clock clock) {
        this.processors = processors;
        this.copies = copies;
        this.replays = replays;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Standing> processors() {
        Map<String, Replay> latest =
                replays.latest().stream().collect(Collectors.toMap(Replay::processor, Function.identity()));
        Set<String> replayable = copies.replayable();
        return processors.all().stream()
                .map(one -> new Standing(one, replayable.contains(one.name()), latest.get(one.name())))
                .toList();
    }

    @Override
    public Replay ask(String processor, String askedBy, boolean swapWhenDifferent) {
        requireKnown(processor);
        if (!copies.replayable().contains(processor)) {
            throw DomainRejection.conflict(
                    "not_replayable", "Only what is nothing but a read model of the events can be replayed.");
        }
        Replay asked = Replay.asked(ids.next("rpl_"), processor, swapWhenDifferent, askedBy, clock.instant());
        if (!replays.add(asked)) {
            throw DomainRejection.conflict("replay_running", "A replay of this projection is under way already.");
        }
        return asked;
    }

    @Override
    public List<Replay> list(String processor, int limit) {
        requireKnown(processor);
        return replays.list(processor, limit);
    }

    @Override
    public Replay cancel(String processor, String id) {
        find(processor, id);
        if (!replays.cancel(id, clock.instant())) {
            throw DomainRejection.conflict("replay_over", "This replay is over.");
        }
        return find(processor, id);
    }

    private Replay find(String processor, String id) {
        return replays.find(id)
                .filter(found -> found.processor().equals(processor))
                .orElseThrow(DomainRejection::notFound);
    }

    private void requireKnown(String processor) {
        if (!processors.names().contains(processor)) {
            throw DomainRejection.notFound();
        }
    }
}
