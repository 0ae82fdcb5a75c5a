package ai.novacore.application.memory.port.in;

/** Decides which memories are kept longer, which say the same and whose time is over. */
public interface DistillUseCase {

    /**
     * Goes through the memories of everybody. Returns when it is done.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code run_in_progress} while another run goes on
     */
    RunReport distillNow();
}
