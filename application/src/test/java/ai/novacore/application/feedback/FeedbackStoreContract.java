package ai.novacore.application.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.feedback.port.out.FeedbackStore.Category;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link FeedbackStore} does. */
public abstract class FeedbackStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final UserId ADA = new UserId("usr_adasays");
    private static final UserId BOB = new UserId("usr_bobsays");

    protected abstract FeedbackStore store();

    @AfterEach
    void cleanUp() {
        store().removeAll(ADA);
        store().removeAll(BOB);
    }

    @Test
    public void showsTheNewestFirstPageByPage() {
        List<Feedback> said = List.of(
                say("fbk_1", NOON, ADA, Category.BUG, null),
                say("fbk_2", NOON, BOB, Category.IDEA, "/chat"),
                say("fbk_3", NOON.plusSeconds(1), ADA, Category.PRAISE, null));

        List<Feedback> read = new ArrayList<>();
        Page<Feedback> page = store().list(PageRequest.first(2));
        read.addAll(page.items());
        assertThat(page.next()).isNotNull();
        page = store().list(new PageRequest(page.next(), 2));
        read.addAll(page.items());

        assertThat(read).containsExactlyElementsOf(said.reversed());
        assertThat(page.next()).isNull();
    }

    @Test
    public void showsWhatOnePersonSaidPageByPage() {
        Feedback first = say("fbk_1", NOON, ADA, Category.BUG, null);
        say("fbk_2", NOON, BOB, Category.IDEA, "/chat");
        Feedback second = say("fbk_3", NOON.plusSeconds(1), ADA, Category.PRAISE, null);

        Page<Feedback> page = store().listOf(ADA, PageRequest.first(1));
        assertThat(page.items()).containsExactly(second);
        assertThat(page.next()).isNotNull();
        page = store().listOf(ADA, new PageRequest(page.next(), 1));
        assertThat(page.items()).containsExactly(first);
        assertThat(page.next()).isNull();
    }

    @Test
    public void removesWhatAPersonSaid() {
        say("fbk_1", NOON, ADA, Category.OTHER, null);
        Feedback bobs = say("fbk_2", NOON, BOB, Category.OTHER, null);

        store().removeAll(ADA);
        store().removeAll(ADA);

        assertThat(store().list(PageRequest.first(10)).items()).containsExactly(bobs);
    }

    private Feedback say(String id, Instant at, UserId user, Category category, @Nullable String page) {
        Feedback feedback = new Feedback(id, at, user, category, "The moon\nis missing.", page);
        store().add(feedback);
        return feedback;
    }
}
