package ai.novacore.adapters.stripe.standin;

/** How the stand-in's API behaves while Stripe is to be seen as down. */
public enum Outage {
    NONE,
    /** Answers each call with 503. */
    UNAVAILABLE,
    /** Closes the connection without an answer. */
    DROPPED,
    /** Takes the call and does not answer it before the caller gives up. */
    STALLED
}
