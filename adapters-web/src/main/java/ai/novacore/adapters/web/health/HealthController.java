package ai.novacore.adapters.web.health;

import ai.novacore.adapters.web.health.HealthReport.Part;
import ai.novacore.adapters.web.health.HealthReport.Status;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells monitors and load balancers how the service is. Open to anybody. */
@RestController
final class HealthController {
    private final HealthReport report;

    HealthController(HealthReport report) {
        this.report = report;
    }

    /** How it is, and how its parts are. */
    @Schema(name = "Health")
    record HealthView(Status status, Map<String, ComponentView> components) {}

    /** How a part is. */
    @Schema(name = "HealthComponent")
    record ComponentView(
            Status status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail) {}

    @GetMapping("/health")
    ResponseEntity<HealthView> health() {
        return answer(Part.ALL);
    }

    @GetMapping("/health/live")
    ResponseEntity<HealthView> live() {
        return answer(Part.LIVE);
    }

    @GetMapping("/health/ready")
    ResponseEntity<HealthView> ready() {
        return answer(Part.READY);
    }

    @GetMapping("/api/intelligence/health")
    ResponseEntity<HealthView> intelligence() {
        return answer(Part.INTELLIGENCE);
    }

    @GetMapping("/api/memory/health")
    ResponseEntity<HealthView> memory() {
        return answer(Part.MEMORY);
    }

    private ResponseEntity<HealthView> answer(Part part) {
        HealthReport.Health health = report.of(part);
        Map<String, ComponentView> components = new TreeMap<>();
        health.components()
                .forEach((name, status) -> components.put(
                        name, new ComponentView(status, health.details().get(name))));
        return ResponseEntity.status(health.status() == Status.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new HealthView(health.status(), components));
    }
}
