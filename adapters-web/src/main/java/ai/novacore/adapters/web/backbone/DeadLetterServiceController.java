package ai.novacore.adapters.web.backbone;

import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the terminal of whoever runs the product. */
@ForServices
@RestController
@RequestMapping("/internal/workers/dead-letters")
final class DeadLetterServiceController extends DeadLetterRoutes {

    DeadLetterServiceController(DeadLettersUseCase letters) {
        super(letters);
    }
}
