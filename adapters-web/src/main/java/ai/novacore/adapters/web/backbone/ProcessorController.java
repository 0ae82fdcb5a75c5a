package ai.novacore.adapters.web.backbone;

import ai.novacore.application.backbone.port.in.ProcessorsQuery;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators. */
@RestController
@RequestMapping("/support/processors")
final class ProcessorController extends ProcessorRoutes {

    ProcessorController(ProcessorsQuery processors, ReplayUseCase replays) {
        super(processors, replays);
    }
}
