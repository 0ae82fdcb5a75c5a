package ai.novacore.application.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Proves that a contract suite can fail, by running it against an adapter that does nothing.
 *
 * <p>The subclass for that adapter is a static nested class of the test that asserts it: neither Surefire nor JUnit
 * selects those by themselves.
 */
public final class ContractSelfCheck {
    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build();

    private ContractSelfCheck() {}

    /** Fails unless the suite runs and at least one of its tests fails. */
    public static void assertFails(Class<?> contractSubclass) {
        TestExecutionSummary summary = run(contractSubclass);
        assertThat(summary.getContainersFailedCount())
                .as("%s cannot even be set up", contractSubclass.getName())
                .isZero();
        assertThat(summary.getTestsStartedCount())
                .as("tests in %s", contractSubclass.getName())
                .isPositive();
        assertThat(summary.getTestsFailedCount())
                .as("tests of the contract that an adapter doing nothing fails")
                .isPositive();
    }

    private static TestExecutionSummary run(Class<?> testClass) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create(ALONE).execute(request, listener);
        return listener.getSummary();
    }
}
