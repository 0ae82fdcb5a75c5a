package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.user.EmailAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every {@link Mailer} promises. */
public abstract class MailerContract {
    private static final String LINK = "https://nova.example/verify-email?token=a-b_c&lang=en";

    protected abstract Mailer mailer();

    /** What has arrived so far, in any order. */
    protected abstract List<Mailbox.Message> delivered();

    @ParameterizedTest
    @EnumSource
    void deliversEveryTemplateToItsAddress(Template template) {
        mailer().send(mail(template, "Ada"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("ada@example.org");
            assertThat(message.subject()).isNotBlank();
            assertThat(message.text()).startsWith("Hello");
            assertThat(message.html()).contains("Hello");
        });
    }

    @ParameterizedTest
    @EnumSource
    void fillsInEveryValue(Template template) {
        mailer().send(mail(template, "Ada"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.text())
                    .contains(values(template, "Ada").values())
                    .doesNotContain("null", "[(", "${");
            assertThat(message.html().replace("&amp;", "&"))
                    .contains(values(template, "Ada").values())
                    .doesNotContain("null", " th:", ":th", "${", "example.org");
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ACCOUNT_ERASED")
    void leavesTheLinkIntact(Template template) {
        mailer().send(mail(template, "Ada"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.links()).contains(LINK);
            assertThat(message.text()).contains(LINK);
            assertThat(message.html().replace("&amp;", "&")).contains(LINK);
        });
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoLinkButItsOwn(Template template) {
        mailer().send(mail(template, "Ada"));

        assertThat(delivered())
                .singleElement()
                .satisfies(message -> assertThat(message.links()).allMatch(LINK::equals));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "INVITATION")
    void treatsNamesAsTextAndNotAsMarkup(Template template) {
        mailer().send(mail(template, "<b onclick=\"x\">Ada</b> & Söhne"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("<b onclick=\"x\">Ada</b> & Söhne");
            assertThat(message.html()).doesNotContain("<b ").contains("&amp; Söhne");
        });
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutANameThatIsALink(Template template) {
        mailer().send(mail(template, "Win at https://evil.example <a href='//evil.example'>"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.text()).doesNotContain("evil");
            assertThat(message.html()).doesNotContain("evil");
        });
    }

    @ParameterizedTest
    @EnumSource
    void letsNoNameAddRecipientsOrLines(Template template) {
        mailer().send(mail(template, "Ada\r\nBcc: eve\r\nSubject: Won"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("ada@example.org");
            assertThat(message.subject()).doesNotContain("Won");
            assertThat(message.text()).doesNotContainPattern("(?m)^(Bcc|Subject):");
        });
    }

    @ParameterizedTest
    @EnumSource
    void managesWithoutAName(Template template) {
        mailer().send(mail(template, ""));

        assertThat(delivered())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text()).doesNotStartWith("Hello ").doesNotContain("null"));
    }

    private static Mail mail(Template template, String name) {
        return new Mail(
                new EmailAddress("Ada@Example.org"),
                template,
                values(template, name),
                "evt-" + template + "-" + name.hashCode());
    }

    /** Exactly what the template is promised, so that none asks for more. */
    private static Map<String, String> values(Template template, String name) {
        return switch (template) {
            case VERIFY_EMAIL -> Map.of("displayName", name, "link", LINK, "validHours", "24");
            case RESET_PASSWORD -> Map.of("displayName", name, "link", LINK, "validMinutes", "37");
            case ALREADY_REGISTERED, WELCOME, PASSWORD_CHANGED, SESSION_ENDED ->
                Map.of("displayName", name, "link", LINK);
            case ACCOUNT_ERASED -> Map.of("displayName", name);
            case INVITATION -> Map.of("link", LINK);
            case QUOTA_NEARLY_USED, QUOTA_USED_UP ->
                Map.of(
                        "displayName", name,
                        "link", LINK,
                        "resource", "messages",
                        "used", "41",
                        "limit", "53",
                        "resetsAt", "22 November 2026, 00:00 UTC");
            case PAYMENT_RECOVERED, CANCELLATION_WITHDRAWN, SUBSCRIPTION_PAUSED ->
                Map.of("displayName", name, "link", LINK);
            case TIER_RAISED, TIER_LOWERED ->
                Map.of("displayName", name, "link", LINK, "tier", "Basic", "before", "Pro");
            case TIER_CHANGE_SCHEDULED ->
                Map.of("displayName", name, "link", LINK, "tier", "Basic", "day", "22 November 2026");
            case PAYMENT_FAILED, CANCELLATION_SCHEDULED, TRIAL_ENDING ->
                Map.of("displayName", name, "link", LINK, "day", "22 November 2026");
            case GRACE_REMINDER ->
                Map.of("displayName", name, "link", LINK, "day", "22 November 2026", "left", "3 days");
            case PAYMENT_REFUNDED, PAYMENT_REFUNDED_ENDS, PAYMENT_ACTION_REQUIRED ->
                Map.of("displayName", name, "link", LINK, "amount", "9.00 EUR");
        };
    }
}
