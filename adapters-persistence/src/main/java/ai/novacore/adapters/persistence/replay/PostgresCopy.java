package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.eventstore.LogPosition;
import ai.novacore.adapters.persistence.eventstore.ProcessorClaims;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Built;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Copy;
import ai.novacore.application.backbone.port.out.ReadModelCopies.LastWord;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Outcome;

/** One copy. It is never ahead of the read model, so that both can be brought to the same place. */
final class PostgresCopy implements Copy {
    private final String processor;
    private final CopyFolding folding;
    private final TableSwap swap;
    private final ProcessorClaims claims;
    private final long eventsAtFirst;
    private final Runnable drop;

    PostgresCopy(
            String processor,
            CopyFolding folding,
            TableSwap swap,
            ProcessorClaims claims,
            long eventsAtFirst,
            Runnable drop) {
        this.processor = processor;
        this.folding = folding;
        this.swap = swap;
        this.claims = claims;
        this.eventsAtFirst = eventsAtFirst;
        this.drop = drop;
    }

    @Override
    public Built build() {
        LogPosition shown = claims.placeOf(processor);
        if (!folding.hasReached(shown)) {
            folding.foldTowards(shown);
        }
        // Where the read model is by now does not matter: what came meanwhile is little, and the swap waits for it.
        return new Built(folding.done(), Math.max(eventsAtFirst, folding.done()), folding.hasReached(shown));
    }

    @Override
    public Outcome swap(boolean whenDifferent, LastWord last) {
        return swap.swap(whenDifferent, last, this::foldTo);
    }

    private void foldTo(LogPosition place) {
        while (!folding.hasReached(place)) {
            folding.foldTowards(place);
        }
    }

    @Override
    public void close() {
        drop.run();
    }
}
