package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.subscription.SubscriptionCommand.NotePaymentAction;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.NotePaymentAction.class)
class NotingPaymentAction {
    private final SubscriptionDecider decider = new SubscriptionDecider();
    private final NotePaymentAction note = new NotePaymentAction(HERS, STRIPE, NOON, ADA, PRICE, fact(2));
    private final PaymentActionRequired noted = new PaymentActionRequired(HERS, NOON, ADA, PRICE, fact(2));

    @Test
    void tellsWhatIsDue() {
        given(decider, basicAnd()).when(note).thenEvents(noted);
    }

    @Test
    void happensOnceAFact() {
        given(decider, basicAnd(noted)).when(note).thenNothing();
    }

    @Test
    void isOfNoInterestWithoutASubscription() {
        given(decider).when(note).thenNothing();
    }
}
