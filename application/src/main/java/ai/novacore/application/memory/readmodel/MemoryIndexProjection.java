package ai.novacore.application.memory.readmodel;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryEntries;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryMerged;
import ai.novacore.domain.memory.MemoryEvent.MemoryPromoted;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.memory.MemoryEvent.MemoryRestored;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link ai.novacore.application.memory.port.out.MemoryIndex} at what can be recalled. Its own entries are all that it remembers, so it does not depend
 * on how far other projections are. A text is embedded again only when it or the embedding model has changed.
 */
public final class MemoryIndexProjection implements Projection {
    /** Of what was forgotten before importance was indexed. */
    private static final double USUAL_IMPORTANCE = 0.5;

    private final MemoryEntries index;
    private final MemoryEntries known;
    private final Embedder embedder;

    public MemoryIndexProjection(MemoryEntries index, Embedder embedder) {
        this(index, index, embedder);
    }

    /** @param known where embeddings are looked up before they are computed */
    public MemoryIndexProjection(MemoryEntries index, MemoryEntries known, Embedder embedder) {
        this.index = index;
        this.known = known;
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return "memory-index";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return MemoryEvent.class.isAssignableFrom(eventType) || eventType == UserErased.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof MemoryEvent memoryEvent) {
            fold(memoryEvent);
        } else if (event instanceof UserErased erased) {
            index.removeAll(erased.id());
        }
    }

    private void fold(MemoryEvent event) {
        switch (event) {
            case MemoryStored e ->
                put(
                        new Place(
                                e.id(),
                                e.owner(),
                                e.tier(),
                                e.importance(),
                                e.occurredAt(),
                                e.thread() == null ? null : e.thread().value()),
                        e.text().value());
            case MemoryPromoted e ->
                index.find(e.id()).ifPresent(entry -> put(Place.of(entry).in(e.to()), entry.text()));
            case MemoryRevised e ->
                index.find(e.id())
                        .ifPresent(entry -> put(Place.of(entry), e.text().value()));
            case MemoryRestored e ->
                put(
                        index.find(e.id())
                                .or(() -> index.hidden(e.id()))
                                .map(Place::of)
                                .orElse(new Place(e.id(), e.owner(), e.tier(), USUAL_IMPORTANCE, e.at(), null))
                                .in(e.tier()),
                        e.text().value());
            case MemorySuperseded e -> index.hide(e.id());
            case MemoryForgotten e when e.reason() == ForgetReason.ERASURE -> index.remove(e.id());
            case MemoryForgotten e -> index.hide(e.id());
            case MemoryRecalled e -> {}
            case MemoryMerged e -> {}
            case MemorySupported e -> {}
        }
    }

    private void put(Place place, String text) {
        Embedding embedding = known.find(place.id())
                .filter(entry -> entry.text().equals(text))
                .map(Entry::embedding)
                .filter(one -> one.model().equals(embedder.model()))
                .orElseGet(() -> embed(text));
        index.put(place.with(text, embedding));
    }

    private Embedding embed(String text) {
        return new Embedding(embedder.model(), embedder.embed(List.of(text)).getFirst());
    }

    /** What is indexed, apart from what it says. */
    private record Place(
            MemoryId id,
            UserId owner,
            MemoryTier tier,
            double importance,
            Instant occurredAt,
            @Nullable String thread) {
        static Place of(Entry entry) {
            return new Place(
                    entry.id(), entry.owner(), entry.tier(), entry.importance(), entry.occurredAt(), entry.thread());
        }

        Place in(MemoryTier newTier) {
            return new Place(id, owner, newTier, importance, occurredAt, thread);
        }

        Entry with(String text, Embedding embedding) {
            return new Entry(id, owner, tier, text, embedding, importance, occurredAt, thread);
        }
    }
}
