package ai.novacore.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.bootstrap.observability.Tool.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingAlerts {
    private static final Path CONFIG = Deployed.FOLDER.resolve("alertmanager/alertmanager.yml");

    @Test
    void isUnderstoodByAlertmanager() {
        Said said = Tool.AMTOOL.run("check-config", CONFIG.toString());

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).contains("3 receivers", "1 templates");
    }

    @ParameterizedTest
    @CsvSource({
        "Watchdog, none, dead-mans-switch",
        "NodeDown, critical, on-call",
        "QuotaMismatch, critical, on-call",
        "DeadLetters, warning, team",
        "CertificateExpiring, warning, team",
        "SomethingNew, unheard-of, team",
    })
    void tellsWhoCanHelp(String alert, String severity, String receiver) {
        Said said = Tool.AMTOOL.run(
                "config",
                "routes",
                "test",
                "--config.file=" + CONFIG,
                "--verify.receivers=" + receiver,
                "alertname=" + alert,
                "severity=" + severity,
                "installation=novacore");

        assertThat(said.code()).as(said.words()).isZero();
    }

    @Test
    void wakesByTwoWaysAndTellsByOne() {
        String text = Deployed.text(CONFIG);
        String onCall = text.substring(text.indexOf("  - name: on-call"), text.indexOf("  - name: team"));
        String team = text.substring(text.indexOf("  - name: team"), text.indexOf("  - name: dead-mans-switch"));

        assertThat(onCall).contains("slack_configs", "email_configs");
        assertThat(team).contains("slack_configs").doesNotContain("email_configs");
    }

    /** What a password or the address of a webhook would stand behind. */
    @Test
    void holdsNoSecret() {
        assertThat(Deployed.text(CONFIG))
                .contains("slack_api_url_file: ", "smtp_auth_password_file: ", "credentials_file: ")
                .doesNotContain("slack_api_url: ", "smtp_auth_password: ", "credentials: ", "hooks.slack.com");
    }
}
