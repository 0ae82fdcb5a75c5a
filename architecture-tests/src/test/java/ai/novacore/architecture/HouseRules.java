package ai.novacore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;

/** How code is written in every module. */
final class HouseRules {
    private static final String PURE = "see docs/adr/0001-keep-the-domain-pure-and-bridge-it-to-axon.md";
    private static final String MODULAR = "see docs/adr/0004-stay-a-modular-monolith.md";
    private static final Set<String> CLOCKS_AND_CHANCE =
            Set.of("randomUUID", "currentTimeMillis", "nanoTime", "random");

    static final ArchRule DECIDERS_READ_NO_CLOCK_AND_DRAW_NO_NUMBERS = noClasses()
            .that()
            .resideInAPackage("ai.novacore.domain..")
            .should()
            .accessTargetWhere(target(describe("is a clock or chance", HouseRules::isClockOrChance)))
            .because("the time and new ids arrive inside the command; " + PURE)
            .allowEmptyShould(false);

    static final ArchRule NO_FIELD_IS_INJECTED = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("ai.novacore..")
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .because("what a class needs stands in its constructor, so that a test can give it; " + MODULAR)
            .allowEmptyShould(false);

    /** The embedded PostgreSQL logs through it, and has to be told to be quiet. */
    static final ArchRule NOBODY_LOGS_WITH_THE_JDK_BUT_THE_EMBEDDED_DATABASE = noClasses()
            .that()
            .resideInAPackage("ai.novacore..")
            .and()
            .doNotHaveFullyQualifiedName("ai.novacore.bootstrap.database.EmbeddedDatabase")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("logs are JSON lines with a correlation id, which only SLF4J writes; " + MODULAR)
            .allowEmptyShould(false);

    static final ArchRule NOBODY_PRINTS_BUT_THE_START_UP_REPORT_AND_THE_DEMO = noClasses()
            .that()
            .resideInAPackage("ai.novacore..")
            .and()
            .doNotHaveFullyQualifiedName("ai.novacore.bootstrap.operations.StartUpReport")
            .and()
            .resideOutsideOfPackage("ai.novacore.bootstrap.demo..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("standard output is a stream of JSON lines that machines read; " + MODULAR)
            .allowEmptyShould(false);

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR = noClasses()
            .that()
            .resideInAPackage("ai.novacore..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)")
            .because("a name that fits any class says nothing; " + MODULAR)
            .allowEmptyShould(false);

    /** A running answer is cancelled through {@code Cancellation}, which is one for all models. */
    static final ArchRule PORTS_ARE_INTERFACES = classes()
            .that()
            .resideInAPackage("ai.novacore..port..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .doNotHaveFullyQualifiedName("ai.novacore.application.model.port.out.Cancellation")
            .should(be(INTERFACES
                    .or(assignableTo(Record.class))
                    .or(assignableTo(Enum.class))
                    .or(assignableTo(Throwable.class))
                    .as("interfaces, or the records, enums and exceptions that they speak in")))
            .because("whoever is behind a port can be swapped; " + MODULAR)
            .allowEmptyShould(false);

    static final ArchRule PROJECTIONS_AND_SAGAS_ARE_CALLED_SO = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and(assignableTo("ai.novacore.application.shared.Projection")
                    .or(assignableTo("ai.novacore.application.shared.Saga")))
            .should()
            .haveNameMatching(".*(Projection|\\.When[A-Z]\\w+Then[A-Z]\\w+)")
            .because("what follows from an event is found by its name; " + PURE)
            .allowEmptyShould(false);

    private HouseRules() {}

    private static boolean isClockOrChance(AccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean now = target.getName().equals("now") && owner.getPackageName().startsWith("java.time");
        boolean made = CLOCKS_AND_CHANCE.contains(target.getName())
                && owner.getPackageName().startsWith("java.");
        return now || made || isSource(owner);
    }

    private static boolean isSource(JavaClass owner) {
        return owner.isAssignableTo(RandomGenerator.class)
                || owner.isAssignableTo(Clock.class)
                || owner.getName().equals("java.util.Date");
    }
}
