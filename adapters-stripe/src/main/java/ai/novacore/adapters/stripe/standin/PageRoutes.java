package ai.novacore.adapters.stripe.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The pages on the stand-in's own port, for when the product does not show them on its own. */
final class PageRoutes implements HttpHandler {
    private final StandInPages pages;

    PageRoutes(StandInPages pages) {
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean post = exchange.getRequestMethod().equals("POST");
            Map<String, String> form =
                    post ? Params.parse(LoopbackServer.body(exchange)).values() : Map.of();
            List<String> steps = List.of(exchange.getRequestURI().getPath().split("/", -1));
            send(exchange, outcome(steps, post, form));
        } catch (ApiError e) {
            LoopbackServer.send(exchange, e.status(), "text/plain; charset=utf-8", "Not a form.");
        }
    }

    private Outcome outcome(List<String> steps, boolean post, Map<String, String> form) {
        String page = steps.size() > 3 ? steps.get(3) : "";
        String id = steps.size() > 4 ? steps.get(4) : "";
        return switch (page) {
            case "checkout" -> post ? pages.submitCheckout(id, form) : pages.checkoutPage(id);
            case "portal" -> post ? pages.submitPortal(id, form) : pages.portalPage(id);
            default -> post ? pages.submitControl(form) : pages.controlPage();
        };
    }

    private static void send(HttpExchange exchange, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Page(int status, String html) -> {
                exchange.getResponseHeaders().set("Content-Security-Policy", StandInPages.POLICY);
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                LoopbackServer.send(exchange, status, "text/html; charset=utf-8", html);
            }
            case Outcome.Redirect(String to) -> {
                exchange.getResponseHeaders().set("Location", to);
                LoopbackServer.send(exchange, 303, "text/plain; charset=utf-8", "");
            }
        }
    }
}
