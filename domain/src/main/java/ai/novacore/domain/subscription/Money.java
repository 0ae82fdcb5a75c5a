package ai.novacore.domain.subscription;

/**
 * An amount as Stripe counts it.
 *
 * @param amount in the smallest unit of the currency, such as cents
 * @param currency three letters in lower case, ISO 4217
 */
public record Money(long amount, String currency) {}
