package ai.novacore.application.shared;

import ai.novacore.domain.quota.Resource;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts {@code quota_exceeded_total}; there from the start, so that a first refusal is seen as a rise from 0. */
public final class QuotaRefusals {
    private static final List<String> RESOURCES = Stream.concat(
                    Stream.of(Resource.values()).map(resource -> resource.name().toLowerCase(Locale.ROOT)),
                    Stream.of("memories"))
            .toList();

    private final MeterRegistry registry;

    public QuotaRefusals(MeterRegistry registry) {
        this.registry = registry;
        RESOURCES.forEach(this::of);
    }

    public void count(LimitReached limit) {
        of(RESOURCES.contains(limit.resource()) ? limit.resource() : "other").increment();
    }

    private Counter of(String resource) {
        return Counter.builder("quota.exceeded")
                .description("what was refused because a quota was used up")
                .tags("resource_type", resource)
                .register(registry);
    }
}
