package ai.novacore.adapters.web.backbone;

import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.application.backbone.port.in.ProcessorsQuery;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the terminal of whoever runs the product. */
@ForServices
@RestController
@RequestMapping("/internal/workers/processors")
final class ProcessorServiceController extends ProcessorRoutes {

    ProcessorServiceController(ProcessorsQuery processors, ReplayUseCase replays) {
        super(processors, replays);
    }
}
