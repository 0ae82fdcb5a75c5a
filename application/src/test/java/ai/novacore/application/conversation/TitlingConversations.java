package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationTitled;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.PersonalText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlingConversations {
    private final ChatFixture fixture = new ChatFixture();
    private final TitleConversations titles = new TitleConversations(fixture.commands, fixture.clock);

    @Test
    void takesAShortQuestionOnOneLine() {
        assertThat(ConversationTitle.of("  Who\n\t purrs? ").value()).isEqualTo("Who purrs?");
    }

    @Test
    void keepsSixtyCharacters() {
        assertThat(ConversationTitle.of("a".repeat(60)).value()).isEqualTo("a".repeat(60));
    }

    @Test
    void cutsWhatIsLongerAndSaysSo() {
        assertThat(ConversationTitle.of("a".repeat(61)).value()).isEqualTo("a".repeat(59) + "…");
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(ConversationTitle.of("🦊".repeat(60)).value()).isEqualTo("🦊".repeat(60));
        assertThat(ConversationTitle.of("🦊".repeat(61)).value()).isEqualTo("🦊".repeat(59) + "…");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Cats that purr, Cats that purr",
                "\"Cats that purr\", Cats that purr",
                "**Cats that purr**, Cats that purr",
                "# Cats  and C#, Cats and C#",
                "Don't wake Mia, Don't wake Mia"
            })
    void takesWhatTheModelWrapsATitleIn(String said, String title) {
        assertThat(ConversationTitle.found("\n \n" + said + "\nIt is about cats."))
                .contains(new PersonalText(title));
    }

    @Test
    void cutsWhatTheModelSaysAndDropsWhatNobodySees() {
        assertThat(ConversationTitle.found("a".repeat(61))).contains(new PersonalText("a".repeat(59) + "…"));
        assertThat(ConversationTitle.found("Ca\u202ets\u0000")).contains(new PersonalText("Cats"));
    }

    @Test
    void findsNoTitleWhereNothingIsSaid() {
        assertThat(ConversationTitle.found("")).isEmpty();
        assertThat(ConversationTitle.found(" \n\"\"\n")).isEmpty();
    }

    @Test
    void keepsTheTitleThatTheModelFinds() {
        fixture.ask("Who purrs?", new RecordingReader());
        ConversationId id = fixture.only(ConversationStarted.class).id();

        titles.titled(id, MIRA, () -> Optional.of("\"Purring\""));
        titles.titled(id, MIRA, () -> Optional.of("Something else"));

        assertThat(fixture.only(ConversationTitled.class).title().value()).isEqualTo("Purring");
    }

    @Test
    void keepsTheFirstWordsWhenTheModelFindsNothingOrFails() {
        fixture.ask("Who purrs?", new RecordingReader());
        ConversationId id = fixture.only(ConversationStarted.class).id();

        titles.titled(id, MIRA, Optional::empty);
        titles.titled(id, MIRA, () -> {
            throw new IllegalStateException("down");
        });
        titles.titled(new ConversationId("cnv_gone"), MIRA, () -> Optional.of("Gone"));

        assertThat(fixture.all(ConversationTitled.class)).isEmpty();
    }
}
