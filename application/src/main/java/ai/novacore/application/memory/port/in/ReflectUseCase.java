package ai.novacore.application.memory.port.in;

/** Draws facts and reflections from conversations. */
public interface ReflectUseCase {

    /**
     * Reflects on every turn that nobody has reflected on yet, without waiting for conversations to settle. Returns when
     * it is done.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code run_in_progress} while another run goes on
     */
    RunReport reflectNow();
}
