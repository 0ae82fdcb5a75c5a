package ai.novacore.bootstrap.standin;

import ai.novacore.adapters.stripe.standin.Outcome;
import ai.novacore.adapters.stripe.standin.StandInPages;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the stand-in's pages where the product is: the test checkout, the portal, and how all of it stands. */
@Hidden
@RestController
@Conditional(StandInCondition.class)
@RequestMapping("/dev/stripe")
final class StandInStripeController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final StandInPages pages;

    StandInStripeController(StandInPages pages) {
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> control() {
        return answer(pages.controlPage());
    }

    @PostMapping
    ResponseEntity<String> submitControl(@RequestParam Map<String, String> form) {
        return answer(pages.submitControl(form));
    }

    @GetMapping("/checkout/{session}")
    ResponseEntity<String> checkout(@PathVariable String session) {
        return answer(pages.checkoutPage(session));
    }

    @PostMapping("/checkout/{session}")
    ResponseEntity<String> submitCheckout(@PathVariable String session, @RequestParam Map<String, String> form) {
        return answer(pages.submitCheckout(session, form));
    }

    @GetMapping("/portal/{session}")
    ResponseEntity<String> portal(@PathVariable String session) {
        return answer(pages.portalPage(session));
    }

    @PostMapping("/portal/{session}")
    ResponseEntity<String> submitPortal(@PathVariable String session, @RequestParam Map<String, String> form) {
        return answer(pages.submitPortal(session, form));
    }

    private static ResponseEntity<String> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Page(int status, String html) ->
                ResponseEntity.status(status)
                        .header("Content-Security-Policy", StandInPages.POLICY)
                        // Without a referrer browsers name no origin with a form either, which would be refused as
                        // foreign.
                        .header("Referrer-Policy", "same-origin")
                        .cacheControl(CacheControl.noStore())
                        .contentType(HTML)
                        .body(html);
            case Outcome.Redirect(String to) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(to))
                        .build();
        };
    }
}
