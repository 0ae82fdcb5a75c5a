package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.subscription.SubscriptionCommand.NoteTrialEnding;
import ai.novacore.domain.subscription.SubscriptionEvent.TrialEnding;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.NoteTrialEnding.class)
class NotingTrialEnding {
    private final SubscriptionDecider decider = new SubscriptionDecider();
    private final NoteTrialEnding note = new NoteTrialEnding(HERS, STRIPE, NOON, ADA, GRACE_END, fact(2));
    private final TrialEnding noted = new TrialEnding(HERS, NOON, ADA, GRACE_END, fact(2));

    @Test
    void tellsWhenItEnds() {
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
