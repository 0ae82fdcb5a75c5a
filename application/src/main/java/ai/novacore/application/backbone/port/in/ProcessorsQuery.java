package ai.novacore.application.backbone.port.in;

import ai.novacore.application.backbone.port.out.Processors.Processor;
import ai.novacore.application.backbone.port.out.Replay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how what follows the events is doing. */
public interface ProcessorsQuery {

    List<Standing> processors();

    /**
     * How a processor stands.
     *
     * @param replayable whether its read model can be built anew
     * @param replay the latest; absent when there was none
     */
    record Standing(
            Processor processor,
            boolean replayable,
            @Nullable Replay replay) {}
}
