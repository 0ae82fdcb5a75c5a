package ai.novacore.adapters.stripe.standin;

/** Links to addresses that callers named: only such as a browser opens as a page. */
final class Link {
    private Link() {}

    static String to(String url, String label) {
        return url.startsWith("http://") || url.startsWith("https://") || url.matches("/[^/\\\\].*")
                ? "<p><a rel=\"noreferrer\" href=\"" + Layout.text(url) + "\">" + Layout.text(label) + "</a></p>"
                : "";
    }
}
