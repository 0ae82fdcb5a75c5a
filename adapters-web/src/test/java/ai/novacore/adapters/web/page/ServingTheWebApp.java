package ai.novacore.adapters.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingTheWebApp {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/verify-email?token=abc",
                "/chat/cnv_1",
                "/memory/mem_1",
                "/billing",
                "/staff/support/people/usr_1",
                "/staff/support/conversation/cnv_1"
            })
    void showsItsDocumentAtEachOfItsAddresses(String address) {
        Reply page = Http.strangerInProduction().get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("X-Correlation-ID")).isNotEmpty();
        assertThat(page.text()).contains("<title>NovaCoreAI</title>").isEqualTo(document());
    }

    @Test
    void allowsScriptsOfItsOwnAndNothingWrittenIntoThePage() {
        Reply page = Http.strangerInProduction().get("/");

        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http:", "https:", "data:", "*");
        assertThat(page.text())
                .doesNotContain("<style", " style=", "onload=")
                .doesNotContainPattern("<script[^>]*>[^<]");
    }

    @Test
    void isNotSentAgainWhenNothingHasChanged() {
        String version = Http.stranger().get("/").header("ETag");

        Reply again = Http.stranger().get("/chat", "If-None-Match", version);

        assertThat(version).isNotEmpty();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        // Browsers take over what this answer says for the document that they have.
        assertThat(again.header("Content-Security-Policy")).isEqualTo(PageDocument.POLICY);
    }

    @Test
    void givesFilesThatCanBeKeptForEver() {
        assertThat(files()).isNotEmpty().allSatisfy(file -> {
            Reply reply = Http.strangerInProduction().get(file);

            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.header("Cache-Control"))
                    .as(file)
                    .isEqualTo(
                            file.startsWith("/assets/")
                                    ? "max-age=31536000, public, immutable"
                                    : "max-age=86400, public");
        });
    }

    @Test
    void packsThemWhenTheBrowserUnpacks() {
        String script = files().stream()
                .filter(file -> file.endsWith(".js"))
                .findFirst()
                .orElseThrow();

        Reply small = Http.stranger().get(script, "Accept-Encoding", "gzip, deflate, br, zstd");
        assertThat(small.header("Content-Encoding")).isEqualTo("br");
        assertThat(small.header("Vary")).contains("Accept-Encoding");
        assertThat(Http.stranger().get(script, "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(Http.stranger().get(script).header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/", "/assets/none.js", "/assets/../index.html", "/manifest.json", "/index.html"})
    void givesNothingElse(String address) {
        assertThat(Http.stranger().get(address).refusal()).matches("(404 not_found|400 invalid_request)");
    }

    @Test
    void keepsPagesForDevelopersToTheLocalProfile() {
        assertThat(Http.stranger().get("/design").status()).isEqualTo(200);
        assertThat(Http.strangerInProduction().get("/design").refusal()).isEqualTo("404 not_found");
    }

    @Test
    void tellsABrowserInTheAppsOwnWordsThatAPageIsNotThere() {
        Reply page = Http.stranger().get("/nothing/here", "Sec-Fetch-Mode", "navigate");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).isEqualTo(document());
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void leavesRoutesOfTheApiAlone() {
        assertThat(Http.stranger()
                        .get("/api/memory/stats", "Sec-Fetch-Mode", "navigate")
                        .refusal())
                .isEqualTo("401 token_missing");
        assertThat(Http.stranger().post("/billing", "{}").refusal()).isEqualTo("405 method_not_allowed");
    }

    private static String document() {
        return Http.stranger().get("/").text();
    }

    private static List<String> files() {
        Matcher matcher = FILE.matcher(document());
        return matcher.results().map((MatchResult found) -> found.group(1)).toList();
    }
}
