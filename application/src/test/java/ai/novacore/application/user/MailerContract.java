package ai.novacore.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.user.EmailAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            assertThat(message.text()).contains("Ada");
            assertThat(message.html()).contains("Ada");
        });
    }

    @ParameterizedTest
    @EnumSource
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
    void treatsNamesAsTextAndNotAsMarkup(Template template) {
        mailer().send(mail(template, "<b onclick=\"x\">Ada</b> & Söhne"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("<b onclick=\"x\">Ada</b> & Söhne");
            assertThat(message.html()).doesNotContain("<b ").contains("&amp; Söhne");
        });
    }

    @Test
    void letsNoNameAddRecipientsOrLines() {
        mailer().send(mail(Template.VERIFY_EMAIL, "Ada\r\nBcc: eve\r\nSubject: Won"));

        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("ada@example.org");
            assertThat(message.subject()).doesNotContain("Won");
            assertThat(message.text()).doesNotContainPattern("(?m)^(Bcc|Subject):");
        });
    }

    @Test
    void managesWithoutAName() {
        mailer().send(mail(Template.VERIFY_EMAIL, ""));

        assertThat(delivered())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(LINK).doesNotContain("null"));
    }

    private static Mail mail(Template template, String name) {
        return new Mail(
                new EmailAddress("Ada@Example.org"),
                template,
                Map.of("displayName", name, "link", LINK, "validHours", "24"),
                "evt-" + template + "-" + name.hashCode());
    }
}
