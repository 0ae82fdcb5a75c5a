package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlingConversations {
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
}
