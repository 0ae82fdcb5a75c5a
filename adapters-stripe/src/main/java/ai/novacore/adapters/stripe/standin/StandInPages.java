package ai.novacore.adapters.stripe.standin;

import java.util.Map;

/**
 * The stand-in's pages as a browser would get them: a form is posted to the address of the page that showed it. Whoever
 * serves them sends {@link #POLICY} with each.
 */
public final class StandInPages {
    /** The content security policy that the pages need. */
    public static final String POLICY = Layout.POLICY;

    private final Turns turns;
    private final CheckoutPage checkout;
    private final PortalPage portal;
    private final ControlPage control;

    StandInPages(Turns turns, CheckoutPage checkout, PortalPage portal, ControlPage control) {
        this.turns = turns;
        this.checkout = checkout;
        this.portal = portal;
        this.control = control;
    }

    public Outcome checkoutPage(String session) {
        return turns.read(() -> checkout.show(session));
    }

    /** @param form cardNumber, cardExpiry, cardCvc, billingName; or authentication */
    public Outcome submitCheckout(String session, Map<String, String> form) {
        return turns.change(() -> checkout.submit(session, form));
    }

    public Outcome portalPage(String session) {
        return turns.read(() -> portal.show(session));
    }

    public Outcome submitPortal(String session, Map<String, String> form) {
        return turns.change(() -> portal.submit(session, form));
    }

    public Outcome controlPage() {
        return turns.read(() -> control.show(""));
    }

    public Outcome submitControl(Map<String, String> form) {
        return turns.change(() -> control.submit(form));
    }
}
