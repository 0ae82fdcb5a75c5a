package ai.novacore.adapters.stripe.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The frame around each page, and how text, money and time stand in it. No scripts, nothing from elsewhere. */
final class Layout {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8886; --soft: #8882; --accent: #4f46e5; }
            * { box-sizing: border-box; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
            body.wide { max-width: 64rem; }
            h1 { font-size: 1.4rem; margin: .5rem 0 1rem; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
            section { border: 1px solid var(--line); border-radius: .75rem; padding: .25rem 1.25rem 1.25rem; margin: 1rem 0; }
            .note { background: var(--soft); border-radius: .5rem; padding: .5rem .75rem; font-size: .9rem; margin: 0; }
            .wrong { border-left: .3rem solid #dc2626; background: #dc26261f; padding: .6rem .8rem; border-radius: .4rem; }
            .price { font-size: 1.6rem; font-weight: 600; margin: 0; }
            label { display: block; font-weight: 600; font-size: .9rem; margin: .9rem 0 .25rem; }
            input, select { font: inherit; width: 100%; padding: .55rem .7rem; border: 1px solid #808080;
              border-radius: .5rem; background: Field; color: FieldText; }
            .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 .75rem; }
            .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0; }
            .row form, .row div { margin: 0; flex: 0 1 auto; } .row input, .row select { width: 9rem; }
            button { font: inherit; font-weight: 600; padding: .55rem 1rem; border-radius: .5rem; min-height: 2.75rem;
              border: 1px solid #808080; background: ButtonFace; color: ButtonText; cursor: pointer; }
            button.main { background: var(--accent); border-color: var(--accent); color: #fff; width: 100%;
              margin-top: 1.25rem; }
            :focus-visible { outline: .2rem solid var(--accent); outline-offset: .15rem; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
            details { margin-top: .75rem; }
            @media (max-width: 40rem) {
              table, tbody, tr, td { display: block; } thead { display: none; }
              tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } td { border: 0; padding: .1rem 0; }
            }
            code { overflow-wrap: anywhere; } dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
            """;

    /**
     * Allows this style, forms, and nothing else. Forms may lead anywhere: after a checkout the browser goes back to
     * the address that the product named, which browsers count as the form's.
     */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'self' http: https:; frame-ancestors 'none'";

    private Layout() {}

    /** @param content markup */
    static String page(String title, String content) {
        return framed(title, "", content);
    }

    /** @param content markup */
    static String widePage(String title, String content) {
        return framed(title, " class=\"wide\"", content);
    }

    /** Text as it may stand in markup and in attributes. */
    static String text(String any) {
        return HtmlUtils.htmlEscape(any, StandardCharsets.UTF_8.name());
    }

    static String money(long minorUnits, String currency) {
        return "%d.%02d %s"
                .formatted(minorUnits / 100, Math.abs(minorUnits % 100), text(currency.toUpperCase(Locale.ROOT)));
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String wrong(String message) {
        return message.isEmpty() ? "" : "<p class=\"wrong\" role=\"alert\">" + text(message) + "</p>";
    }

    /** A form of one button. */
    static String button(String action, String id, String label) {
        return """
            <form method="post"><input type="hidden" name="action" value="%s"><input type="hidden" name="id" value="%s">
            <button>%s</button></form>
            """.formatted(text(action), text(id), text(label));
    }

    private static String framed(String title, String bodyClass, String content) {
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>%2$s</style></head>
            <body%3$s><p class="note">Local test page. Nothing here reaches Stripe, and no money moves.</p>
            <main><h1>%1$s</h1>%4$s</main></body></html>
            """.formatted(text(title), STYLE, bodyClass, content);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
