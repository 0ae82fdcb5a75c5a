package ai.novacore.adapters.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.application.memory.port.out.WordAnalyzer;
import ai.novacore.application.memory.recall.PersonalMemories;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzingWords {
    /** One memory a language, all of one person. */
    private static final List<String> SAID = List.of(
            "I am allergic to peanuts and carry an injector in my bag.", // 0 English
            "Meine Großmutter wohnte in einem kleinen Häuschen am Waldrand.", // 1 German
            "Mon frère travaille dans une boulangerie près de l'église.", // 2 French
            "Mis vecinas tocaban la guitarra todas las noches.", // 3 Spanish
            "I miei cugini allevano cavalli in campagna.", // 4 Italian
            "As minhas irmãs estudaram medicina em Coimbra.", // 5 Portuguese
            "Mijn fietsen staan altijd in de schuur van de buurman.", // 6 Dutch
            "Mina syskon samlar på gamla klockor.", // 7 Swedish
            "Мои дети собирают марки с разными птицами.", // 8 Russian
            "Komşumun kedileri her sabah bahçede oynuyor.", // 9 Turkish
            "我的女儿喜欢拉小提琴。", // 10 Chinese
            "週末は犬と海岸を散歩します。", // 11 Japanese
            "저는 고양이를 두 마리 키워요.", // 12 Korean
            "Kolekcjonuję stare aparaty fotograficzne.", // 13 Polish, whose inflections are not known
            "Τα παιδιά μου παίζουν σκάκι κάθε Κυριακή.", // 14 Greek
            "أحب القهوة العربية في الصباح"); // 15 Arabic

    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");

    private final WordAnalyzer analyzer = new LuceneWordAnalyzer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Which allergies do I have? Is it a peanut?     | 0
            Wo wohnen Großmütter?                          | 1
            Was weisst du ueber das Häuschen im Wald am Waldrand? | 1
            GROSSMUTTER                                    | 1
            Où travaillent mes frères ?                    | 2
            eglise                                         | 2
            L’ÉGLISE                                       | 2
            ¿Qué vecina toca guitarras?                    | 3
            Chi alleva un cavallo? Il cugino?              | 4
            Que irmã estuda?                               | 5
            irmas                                          | 5
            Heb ik een fiets?                              | 6
            Vem samlade på en gammal klocka?               | 7
            Кто собирает марку с птицей?                   | 8
            kedi nerede                                    | 9
            谁会小提琴？                                      | 10
            琴                                              | 10
            犬の散歩はどこ？                                   | 11
            고양이가 있나요?                                  | 12
            ＣＯＩＭＢＲＡ                                    | 5
            Gdzie jest kolekcjoner starych aparatów?       | 13
            Τι κάνουν τις Κυριακές;                        | 14
            قهوة                                           | 15
            """)
    void findsWhatWasSaidInAnotherInflection(String question, int memory) {
        PersonalMemories memories = new PersonalMemories(analyzer);
        for (int i = 0; i < SAID.size(); i++) {
            memories.put(
                    new Entry(
                            new MemoryId("mem_" + i),
                            MIRA,
                            MemoryTier.ITM,
                            SAID.get(i),
                            new Embedding("none", new float[0]),
                            0.5,
                            NOW,
                            null),
                    i);
        }

        assertThat(memories.search(new Query(MIRA, question, new Embedding("other", new float[0]), null, 1, NOW)))
                .extracting(hit -> hit.id().value())
                .containsExactly("mem_" + memory);
    }

    @Test
    void leavesOutWhatMeansNothingByItself() {
        assertThat(analyzer.asked("When did you do what with whom?")).isEmpty();
        assertThat(analyzer.remembered("Das ist aber nicht so, wie ich es wollte."))
                .isEmpty();
        assertThat(analyzer.remembered("")).isEmpty();
        assertThat(analyzer.asked("\u0000 \uD83D <>?!")).isEmpty();
    }

    @Test
    void takesEndingsOffThatPeopleWriteWithAnApostrophe() {
        assertThat(analyzer.remembered("This is Mira's cat")).containsExactly(Set.of("mira"), Set.of("cat"));
        assertThat(analyzer.remembered("C'est l'été et j'aime la mer"))
                .anyMatch(word -> word.contains("ete"))
                .noneMatch(word -> word.contains("l'ete"));
    }

    @Test
    void readsOnlySoMuchOfATextAsMemoriesHave() {
        assertThat(analyzer.remembered("word ".repeat(100_000))).hasSizeLessThan(5_000);
    }
}
