package ai.novacore.adapters.web.dev;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import org.junit.jupiter.api.Test;

class ReadingTheMailbox {

    @Test
    void showsMailsAsTextWithoutScripts() {
        Reply page = Http.stranger().get("/dev/mailbox", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.text())
                .contains("Verify &lt;script&gt;alert(1)&lt;/script&gt;", "Open &lt;b&gt;this&lt;/b&gt;")
                .contains("href=\"http://localhost:8080/verify-email?token=a&amp;b=&quot;c\"")
                .doesNotContain("<script", "<b>", "href=\"javascript");
    }

    @Test
    void allowsTheBrowserNothingButItsStyle() {
        assertThat(Http.stranger().get("/dev/mailbox").header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("script", "unsafe");
    }

    @Test
    void givesTheMailsOfOneAddress() {
        assertThat(Http.stranger()
                        .get("/dev/mailbox/messages?to=ben@example.org")
                        .text())
                .isEqualTo("{\"messages\":[{\"to\":\"ben@example.org\",\"subject\":\"Hello\","
                        + "\"text\":\"Open <b>this</b>\",\"html\":\"<p>Open</p>\","
                        + "\"links\":[\"http://localhost:8080/verify-email?token=a&b=\\\"c\",\"javascript:alert(1)\"],"
                        + "\"sentAt\":\"2026-03-01T12:00:00Z\"}]}");
        assertThat(Http.stranger()
                        .get("/dev/mailbox/messages")
                        .json()
                        .path("messages")
                        .size())
                .isEqualTo(2);
    }
}
