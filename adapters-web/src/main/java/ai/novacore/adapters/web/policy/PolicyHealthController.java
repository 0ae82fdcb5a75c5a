package ai.novacore.adapters.web.policy;

import ai.novacore.adapters.web.policy.PolicyShapes.HealthView;
import ai.novacore.application.policy.port.in.PolicyHealthQuery;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.PolicyHealth;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells monitors whether texts can be judged. Open to anybody. */
@RestController
final class PolicyHealthController {
    private final PolicyHealthQuery policy;

    PolicyHealthController(PolicyHealthQuery policy) {
        this.policy = policy;
    }

    @GetMapping("/api/policy/health")
    ResponseEntity<HealthView> health() {
        PolicyHealth health = policy.health();
        return ResponseEntity.status(health.up() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(HealthView.of(health));
    }
}
