package ai.novacore.application.memory.port.in;

/** Builds the memory index again from the events. */
public interface RebuildMemoryIndexUseCase {

    /**
     * Returns when the new index has taken the place of the old one, which is searched until then. Embeddings are computed
     * again only where text or model have changed.
     *
     * @return how many memories' events were followed
     * @throws ai.novacore.domain.shared.DomainRejection {@code run_in_progress} while another one is under way
     */
    long rebuild();
}
