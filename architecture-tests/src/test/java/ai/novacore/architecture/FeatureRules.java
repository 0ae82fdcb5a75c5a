package ai.novacore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.out.HistoryJson;
import ai.novacore.application.support.port.out.HistoryLog;
import com.tngtech.archunit.lang.ArchRule;

/** Which feature may know which, inside a module. */
final class FeatureRules {
    private static final String WHY = "see docs/adr/0004-stay-a-modular-monolith.md";
    static final ArchRule FEATURES_OF_THE_DOMAIN_SHARE_ONLY_WHAT_IS_SHARED = slices().matching(
                    "ai.novacore.domain.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("ai.novacore.domain.shared.."))
            .because("an aggregate decides on its own; " + WHY)
            .allowEmptyShould(false);

    /** What a member has used is shown together with how many memories they keep; the memories ask for the limit. */
    static final ArchRule FEATURES_OF_THE_APPLICATION_HAVE_NO_CYCLES = slices().matching(
                    "ai.novacore.application.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    name("ai.novacore.application.quota.UsageReader"),
                    name("ai.novacore.application.memory.port.out.MemoryShelfStore"))
            .because("whatever is to be taken out must not hold on to the rest; " + WHY)
            .allowEmptyShould(false);

    static final ArchRule FEATURES_OF_PERSISTENCE_HAVE_NO_CYCLES = slices().matching(
                    "ai.novacore.adapters.persistence.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each feature keeps tables of its own; " + WHY)
            .allowEmptyShould(false);

    static final ArchRule FEATURES_REACH_EACH_OTHER_THROUGH_PORTS_AND_READ_MODELS = classes()
            .that()
            .resideInAPackage("ai.novacore.application..")
            .and()
            .resideOutsideOfPackage("ai.novacore.application.axon..")
            .should(new KeepToTheirFeature())
            .because("what a feature does inside is its own affair; " + WHY)
            .allowEmptyShould(false);

    /** An allow-list: commands, mails, payments and models are not on it, nor is anything else that could do something. */
    static final ArchRule HISTORY_CAN_ONLY_READ = classes()
            .that()
            .resideInAPackage("ai.novacore.application.support.history..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "ai.novacore.domain..",
                            "ai.novacore.application.support.history..",
                            "ai.novacore.application.support.port.in..")
                    .or(belongToAnyOf(
                            HistoryLog.class,
                            HistoryJson.class,
                            Page.class,
                            PageRequest.class,
                            Cursor.class,
                            Prompt.class,
                            Decision.class,
                            PolicyDecisionQuery.class,
                            PolicyDecisionStore.Filter.class,
                            PolicyDecisionStore.PolicyDecision.class)))
            .because("whoever looks into the past must not change the present; "
                    + "see docs/adr/0017-look-into-the-past-with-what-cannot-act.md")
            .allowEmptyShould(false);

    private FeatureRules() {}
}
