package ai.novacore.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Of another feature, a class of the application uses ports and read models only. */
final class KeepToTheirFeature extends ArchCondition<JavaClass> {
    private static final String APPLICATION = "ai.novacore.application.";

    /** Configuration that several features go by. */
    private static final String LIMITS = "ai.novacore.application.quota.TierLimits";

    KeepToTheirFeature() {
        super("use only ports and read models of other features");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (isInner(used) && !featureOf(used).equals(featureOf(user))) {
                events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
            }
        }
    }

    private static boolean isInner(JavaClass used) {
        String name = used.getName();
        return name.startsWith(APPLICATION)
                && !featureOf(used).equals("shared")
                && !name.equals(LIMITS)
                && !name.startsWith(LIMITS + "$")
                && !used.getPackageName().contains(".port.")
                && !(used.getPackageName().endsWith(".readmodel") && !name.endsWith("Projection"));
    }

    private static String featureOf(JavaClass type) {
        String rest = type.getPackageName()
                .substring(Math.min(APPLICATION.length(), type.getPackageName().length()));
        int end = rest.indexOf('.');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
