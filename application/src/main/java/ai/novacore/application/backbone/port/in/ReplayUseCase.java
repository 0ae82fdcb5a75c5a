package ai.novacore.application.backbone.port.in;

import ai.novacore.application.backbone.port.out.Replay;
import java.util.List;

/** Has read models built anew from the events, while the product serves. */
public interface ReplayUseCase {

    /**
     * Asks for it; a node that works begins soon.
     *
     * @param askedBy who wants it, for the record
     * @param swapWhenDifferent whether what was built takes the place of the read model also when they differ
     * @throws ai.novacore.domain.shared.DomainRejection not found; {@code not_replayable} for what does more than keep a
     *     read model; {@code replay_running}
     */
    Replay ask(String processor, String askedBy, boolean swapWhenDifferent);

    /**
     * The latest replays of a processor, newest first.
     *
     * @throws ai.novacore.domain.shared.DomainRejection not found
     */
    List<Replay> list(String processor, int limit);

    /**
     * Gives one up; the read model stays as it is.
     *
     * @throws ai.novacore.domain.shared.DomainRejection not found; {@code replay_over}
     */
    Replay cancel(String processor, String id);
}
