package ai.novacore.bootstrap.standin;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the stand-in takes Stripe's place: on a laptop, without a key for Stripe. */
final class StandInCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return environment.acceptsProfiles(Profiles.of("local"))
                && environment.getProperty("nova.stripe.secret-key", "").isBlank();
    }
}
