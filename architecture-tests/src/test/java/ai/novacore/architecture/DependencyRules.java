package ai.novacore.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Which module may know which. */
final class DependencyRules {
    private static final String PURE = "see docs/adr/0001-keep-the-domain-pure-and-bridge-it-to-axon.md";
    private static final String MODULAR = "see docs/adr/0004-stay-a-modular-monolith.md";

    static final ArchRule THE_DOMAIN_KNOWS_ONLY_THE_JDK_AND_JSPECIFY = classes()
            .that()
            .resideInAPackage("ai.novacore.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("ai.novacore.domain..", "java..", "org.jspecify..")
            .because("rules that must be exact are tested and kept without a framework; " + PURE)
            .allowEmptyShould(false);

    static final ArchRule THE_DOMAIN_DOES_NO_INPUT_OR_OUTPUT = noClasses()
            .that()
            .resideInAPackage("ai.novacore.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
            .because("the same command and state must decide the same everywhere and at every replay; " + PURE)
            .allowEmptyShould(false);

    static final ArchRule THE_APPLICATION_KNOWS_THE_DOMAIN_AND_FEW_LIBRARIES = classes()
            .that()
            .resideInAPackage("ai.novacore.application..")
            .and()
            .resideOutsideOfPackage("ai.novacore.application.axon..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "ai.novacore.domain..",
                    "ai.novacore.application..",
                    "java..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "io.micrometer.core..",
                    "io.micrometer.observation..",
                    "io.micrometer.context..")
            .because("use cases outlive the technology around them; " + MODULAR)
            .allowEmptyShould(false);

    static final ArchRule THE_APPLICATION_KNOWS_NO_SPRING_AND_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage("ai.novacore.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "jakarta..", "ai.novacore.adapters..", "ai.novacore.bootstrap..")
            .because("ports are implemented outside, and wired in bootstrap; " + MODULAR)
            .allowEmptyShould(false);

    static final ArchRule ONLY_THE_BRIDGE_AND_ITS_STORES_KNOW_AXON = noClasses()
            .that()
            .resideInAPackage("ai.novacore..")
            .and()
            .resideOutsideOfPackages(
                    "ai.novacore.application.axon..",
                    "ai.novacore.adapters.persistence.eventstore..",
                    "ai.novacore.bootstrap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..")
            .because("moving on from Axon 4 is to change one package and four stores; " + PURE)
            .allowEmptyShould(false);

    static final ArchRule USE_CASES_DO_NOT_KNOW_THE_BRIDGE = noClasses()
            .that()
            .resideInAPackage("ai.novacore.application..")
            .and()
            .resideOutsideOfPackage("ai.novacore.application.axon..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.novacore.application.axon..")
            .because("the bridge knows the use cases, so that it can be replaced; " + PURE)
            .allowEmptyShould(false);

    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching("ai.novacore.adapters.(*)..")
            .should()
            .notDependOnEachOther()
            .because("any adapter can be swapped for another; " + MODULAR)
            .allowEmptyShould(false);

    static final ArchRule NOBODY_KNOWS_BOOTSTRAP = noClasses()
            .that()
            .resideInAPackage("ai.novacore..")
            .and()
            .resideOutsideOfPackage("ai.novacore.bootstrap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.novacore.bootstrap..")
            .because("bootstrap ties the modules together and is tied to by none; " + MODULAR)
            .allowEmptyShould(false);

    private DependencyRules() {}
}
