package ai.novacore.adapters.web.backbone;

import ai.novacore.application.backbone.port.in.DeadLettersUseCase;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators. */
@RestController
@RequestMapping("/support/dead-letters")
final class DeadLetterController extends DeadLetterRoutes {

    DeadLetterController(DeadLettersUseCase letters) {
        super(letters);
    }
}
