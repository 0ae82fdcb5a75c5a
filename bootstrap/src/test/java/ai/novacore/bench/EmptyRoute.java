package ai.novacore.bench;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind the same door as everything else, and does nothing. */
@RestController
final class EmptyRoute {
    static final String PATH = "/bench/empty";

    @GetMapping(PATH)
    Map<String, String> empty() {
        return Map.of();
    }
}
