package ai.novacore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules over packages that are empty, or that could not be read, hold always. */
class ImportingTheProduct {

    @ParameterizedTest
    @CsvSource({
        "ai.novacore.domain.shared, 15",
        "ai.novacore.domain.user, 30",
        "ai.novacore.domain.subscription, 20",
        "ai.novacore.domain.quota, 10",
        "ai.novacore.domain.memory, 20",
        "ai.novacore.domain.conversation, 20",
        "ai.novacore.application.axon, 25",
        "ai.novacore.application.shared, 8",
        "ai.novacore.application.user, 15",
        "ai.novacore.application.quota, 8",
        "ai.novacore.application.memory, 10",
        "ai.novacore.application.model, 5",
        "ai.novacore.application.conversation, 15",
        "ai.novacore.application.reflection, 15",
        "ai.novacore.adapters.email, 4",
        "ai.novacore.adapters.ollama, 15",
        "ai.novacore.adapters.persistence.eventstore, 9",
        "ai.novacore.adapters.persistence, 50",
        "ai.novacore.adapters.web, 50",
        "ai.novacore.bootstrap, 15"
    })
    void readsTheClassesOf(String guarded, int atLeast) {
        assertThat(Product.classes()).filteredOn(type -> isIn(type, guarded)).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void readsWhatIsInTheClasses() {
        JavaClass quota = Product.classes().get("ai.novacore.domain.quota.QuotaDecider");

        assertThat(quota.getMethodCallsFromSelf()).hasSizeGreaterThan(10);
        assertThat(quota.getDirectDependenciesFromSelf())
                .extracting(dependency -> dependency.getTargetClass().getSimpleName())
                .contains("QuotaEvent", "Decider", "UsageReserved");
    }

    @Test
    void leavesTestsOut() {
        assertThat(Product.classes())
                .extracting(JavaClass::getPackageName)
                .doesNotContain("ai.novacore.architecture", "ai.novacore.domain.wrong");
    }

    @Test
    void exceptionsFromTheRulesNameClassesThatExist() {
        List<String> named = List.of(
                "ai.novacore.application.quota.UsageReader",
                "ai.novacore.application.memory.port.out.MemoryShelfStore",
                "ai.novacore.application.quota.TierLimits",
                "ai.novacore.application.model.port.out.Cancellation",
                "ai.novacore.bootstrap.database.EmbeddedDatabase",
                "ai.novacore.bootstrap.operations.StartUpReport",
                "ai.novacore.bootstrap.demo.Demo");

        assertThat(Product.classes()).extracting(JavaClass::getName).containsAll(named);
    }

    private static boolean isIn(JavaClass type, String guarded) {
        return type.getPackageName().equals(guarded) || type.getPackageName().startsWith(guarded + ".");
    }
}
