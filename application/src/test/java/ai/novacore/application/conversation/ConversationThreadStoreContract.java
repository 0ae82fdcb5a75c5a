package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.AllPages;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ConversationThreadStore} promises. */
public abstract class ConversationThreadStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId OTHER = new UserId("usr_other");
    private static final ConversationId CATS = new ConversationId("cnv_cats");
    private static final ConversationId TAXES = new ConversationId("cnv_taxes");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** An empty one; the same one throughout a test. */
    protected abstract ConversationThreadStore store();

    @Test
    void findsAThreadWithItsTurnsInOrder() {
        ConversationSummary summary = summary(CATS, MIRA, "Cats", 9);
        ThreadTurn first = completed("trn_z", CATS, "Who purrs?", "A cat.\n", 1);
        ThreadTurn second = started("trn_b", CATS, "node-1", 2);
        ThreadTurn third = started("trn_c", CATS, "node-1", 2);
        store().save(summary);
        List.of(third, first, second).forEach(store()::saveTurn);
        store().saveTurn(started("trn_y", TAXES, "node-1", 0));

        assertThat(store().find(CATS)).contains(new ConversationThread(summary, List.of(first, second, third)));
        assertThat(store().summary(CATS)).contains(summary);
        assertThat(store().turn(first.id())).contains(first);
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        store().save(summary(CATS, MIRA, "Cats", 0));

        assertThat(store().find(CATS)).isPresent();
        assertThat(store().find(TAXES)).isEmpty();
        assertThat(store().summary(TAXES)).isEmpty();
        assertThat(store().turn(new TurnId("trn_1"))).isEmpty();
    }

    @Test
    void replacesWhatWasThere() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        store().saveTurn(started("trn_1", CATS, "node-1", 0));
        ConversationSummary renamed = summary(CATS, MIRA, "Purring", 5);
        ThreadTurn ended = completed("trn_1", CATS, "Who purrs?", "A cat.", 0);
        store().save(renamed);
        store().saveTurn(ended);

        assertThat(store().find(CATS)).contains(new ConversationThread(renamed, List.of(ended)));
    }

    @Test
    void removesAConversationWithItsTurns() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        store().save(summary(TAXES, MIRA, "Taxes", 0));
        store().saveTurn(started("trn_1", CATS, "node-1", 0));
        store().saveTurn(started("trn_2", TAXES, "node-1", 0));

        store().remove(CATS);
        store().remove(CATS);

        assertThat(store().find(CATS)).isEmpty();
        assertThat(store().turn(new TurnId("trn_1"))).isEmpty();
        assertThat(store().find(TAXES)).isPresent();
        assertThat(store().turn(new TurnId("trn_2"))).isPresent();
    }

    @Test
    void listsOnePersonsConversationsLastTouchedFirst() {
        ConversationSummary older = summary(CATS, MIRA, "Cats", 1);
        ConversationSummary newer = summary(TAXES, MIRA, "Taxes", 2);
        store().save(newer);
        store().save(older);
        store().save(summary(new ConversationId("cnv_other"), OTHER, "Other", 3));

        assertThat(list(null)).containsExactly(newer, older);
        assertThat(list("  ")).containsExactly(newer, older);
    }

    @Test
    void breaksIntoPagesAlsoWhereTimesAreEqual() {
        ConversationSummary a = summary(new ConversationId("cnv_a"), MIRA, "a", 5);
        ConversationSummary b = summary(new ConversationId("cnv_b"), MIRA, "b", 5);
        ConversationSummary c = summary(new ConversationId("cnv_c"), MIRA, "c", 9);
        List.of(b, c, a).forEach(store()::save);

        assertThat(AllPages.of(page -> store().list(MIRA, null, page), 1))
                .containsExactly(List.of(c), List.of(b), List.of(a));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "cats, true",
                "CATS purr, true",
                "cats fuchs temp, true",
                "quoted about, true",
                "füchslein, true",
                "FÜCHSLEIN, true",
                "fuchsl, true",
                "chslein, false",
                "creme STRASSE oresund, true",
                "100%, true",
                "taxes, false",
                "cats taxes, false",
                "10%0, false",
                "snake_case, true",
                "c:\\temp, true",
                "'quoted', true",
                "' | & ! :* <-> ( \\, false",
                "cats' | taxes:*, false",
                "🦊, true",
                "🐶, false",
                "猫, true",
                "北京, true",
                "京大, true",
                "大学に, true",
                "北大, false",
                "แมว, true",
                "कित, true",
                "कता, false"
            })
    void findsTheBeginningsOfWordsWhereverTheyStand(String words, boolean found) {
        store().save(summary(CATS, MIRA, "About Cats", 0));
        store().saveTurn(completed("trn_1", CATS, "Does Füchslein purr at 100% of 猫?", "In snake_case only.", 0));
        store().saveTurn(completed("trn_2", CATS, "And in C:\\temp?", "It is 'quoted'. 🦊", 0));
        store().saveTurn(completed("trn_4", CATS, "Crème, Straße, Øresund", "私は北京大学に行く。ฉันรักแมวมาก किताब", 0));
        store().saveTurn(completed("trn_3", TAXES, "Taxes", "Taxes", 0));

        assertThat(list(words)).hasSize(found ? 1 : 0);
    }

    @Test
    void findsWhatStandsThereNowAndNothingOfOthers() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        store().saveTurn(started("trn_1", CATS, "node-1", 0));
        store().save(summary(TAXES, OTHER, "Cats and taxes", 0));
        assertThat(list("cats")).hasSize(1);
        assertThat(list("answer")).isEmpty();

        store().saveTurn(completed("trn_1", CATS, "Who purrs?", "An answer", 0));
        store().save(summary(CATS, MIRA, "Purring", 0));
        assertThat(list("answer")).hasSize(1);
        assertThat(list("cats")).isEmpty();
        assertThat(store().list(OTHER, "answer", PageRequest.first(5)).items()).isEmpty();

        store().remove(CATS);
        store().save(summary(CATS, MIRA, "Again", 0));
        assertThat(list("answer")).isEmpty();

        store().saveTurn(completed("trn_1", CATS, "Who purrs?", "An answer", 0));
        store().removeAll(MIRA);
        store().save(summary(CATS, MIRA, "Again", 0));
        assertThat(list("answer")).isEmpty();
        assertThat(list("again")).hasSize(1);
    }

    @Test
    void findsWordsInTextsOfAnySize() {
        String text = IntStream.range(0, 20_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        store().save(summary(CATS, MIRA, "Cats", 0));
        store().saveTurn(completed("trn_1", CATS, "汉".repeat(50_000), text + " " + "x".repeat(500_000), 0));

        assertThat(list("word17 汉汉")).hasSize(1);
        assertThat(list("nothing")).isEmpty();
    }

    @Test
    void breaksWhatItFindsIntoPages() {
        for (int i = 0; i < 5; i++) {
            store().save(summary(new ConversationId("cnv_" + i), MIRA, i == 3 ? "Taxes" : "Cats " + i, i));
        }

        assertThat(AllPages.of(page -> store().list(MIRA, "cat", page), 3))
                .extracting(
                        page -> page.stream().map(ConversationSummary::title).toList())
                .containsExactly(List.of("Cats 4", "Cats 2", "Cats 1"), List.of("Cats 0"));
    }

    private List<ConversationSummary> list(@Nullable String words) {
        return store().list(MIRA, words, PageRequest.first(50)).items();
    }

    @Test
    void givesTheLatestTurnsInTheirOrder() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        for (int i = 0; i < 5; i++) {
            store().saveTurn(started("trn_" + i, CATS, "node-1", i < 3 ? 0 : i));
        }
        store().saveTurn(started("trn_9", TAXES, "node-1", 9));

        assertThat(store().latestTurns(CATS, null, 3).stream()
                        .map(ThreadTurn::id)
                        .map(TurnId::value))
                .containsExactly("trn_2", "trn_3", "trn_4");
        assertThat(store().latestTurns(CATS, null, 9)).hasSize(5);
    }

    @Test
    void setsTurnsAsideOnceAndStillShowsThem() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        for (int i = 0; i < 4; i++) {
            store().saveTurn(completed("trn_" + i, CATS, "Who purrs?", "Answer" + i, i));
        }
        store().saveTurn(completed("trn_9", TAXES, "Taxes?", "Answer9", 9));

        assertThat(store().setAside(CATS, turns("trn_2", "trn_3", "trn_8", "trn_2"), new TurnId("trn_4")))
                .isEqualTo(2);
        assertThat(store().setAside(CATS, turns("trn_1", "trn_2"), new TurnId("trn_5")))
                .isEqualTo(1);
        assertThat(store().setAside(CATS, List.of(), new TurnId("trn_6"))).isZero();

        assertThat(store().find(CATS).orElseThrow().turns())
                .extracting(ThreadTurn::replacedBy)
                .containsExactly(null, new TurnId("trn_5"), new TurnId("trn_4"), new TurnId("trn_4"));
        assertThat(store().find(CATS).orElseThrow().inForce().turns())
                .containsExactly(completed("trn_0", CATS, "Who purrs?", "Answer0", 0));
        assertThat(store().latestTurns(CATS, null, 9)).hasSize(1);
        assertThat(store().turn(new TurnId("trn_9")).orElseThrow().replacedBy()).isNull();
    }

    @Test
    void doesNotFindTurnsThatAreSetAside() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        store().saveTurn(completed("trn_1", CATS, "Who purrs?", "A tiger", 0));
        store().saveTurn(completed("trn_2", CATS, "Who purrs?", "A kitten", 1));
        store().setAside(CATS, turns("trn_1"), new TurnId("trn_2"));
        assertThat(list("tiger")).isEmpty();
        assertThat(list("kitten")).hasSize(1);

        store().saveTurn(store().turn(new TurnId("trn_1")).orElseThrow());

        assertThat(list("tiger")).isEmpty();
        assertThat(store().turn(new TurnId("trn_1")).orElseThrow().replacedBy()).isEqualTo(new TurnId("trn_2"));
    }

    @Test
    void givesTheTurnsBeforeOne() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        for (int i = 0; i < 5; i++) {
            store().saveTurn(started("trn_" + i, CATS, "node-1", i < 3 ? 0 : i));
        }
        store().setAside(CATS, turns("trn_0"), new TurnId("trn_3"));
        ThreadTurn second = store().turn(new TurnId("trn_2")).orElseThrow();

        assertThat(store().latestTurns(CATS, second, 9))
                .extracting(ThreadTurn::id)
                .containsExactly(new TurnId("trn_1"));
    }

    @Test
    void tellsWhichTurnsAreOrWouldBeSetAside() {
        store().save(summary(CATS, MIRA, "Cats", 0));
        for (int i = 0; i < 4; i++) {
            store().saveTurn(started("trn_" + i, CATS, "node-1", i == 2 ? 1 : i));
        }
        store().saveTurn(started("trn_9", TAXES, "node-1", 9));
        store().setAside(CATS, turns("trn_0"), new TurnId("trn_1"));
        List<TurnId> all = turns("trn_0", "trn_1", "trn_2", "trn_3", "trn_9", "trn_none");

        assertThat(store().setAsideAmong(all, null)).containsExactlyInAnyOrderElementsOf(turns("trn_0"));
        assertThat(store().setAsideAmong(all, store().turn(new TurnId("trn_2")).orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(turns("trn_0", "trn_2", "trn_3"));
        assertThat(store().setAsideAmong(turns("trn_1", "trn_2"), null)).isEmpty();
    }

    private static List<TurnId> turns(String... ids) {
        return Stream.of(ids).map(TurnId::new).toList();
    }

    @Test
    void removesEverythingOfAPerson() {
        ThreadTurn turn = started("trn_1", CATS, "node-1", 1);
        store().save(summary(CATS, MIRA, "Cats", 0));
        store().saveTurn(turn);
        store().save(summary(TAXES, OTHER, "Taxes", 0));

        store().removeAll(MIRA);

        assertThat(store().find(CATS)).isEmpty();
        assertThat(store().turn(turn.id())).isEmpty();
        assertThat(store().find(TAXES)).isPresent();
    }

    private static ConversationSummary summary(ConversationId id, UserId owner, String title, int seconds) {
        return new ConversationSummary(id, owner, title, NOON, NOON.plusSeconds(seconds), 3);
    }

    private static ThreadTurn started(String id, ConversationId conversation, String node, int seconds) {
        return new ThreadTurn(
                new TurnId(id),
                conversation,
                MIRA,
                "Who purrs?",
                null,
                Status.STARTED,
                null,
                null,
                "llama3.2",
                node,
                null,
                List.of(),
                null,
                null,
                NOON.plusSeconds(seconds),
                null,
                null);
    }

    private static ThreadTurn completed(
            String id, ConversationId conversation, String prompt, String reply, int seconds) {
        return new ThreadTurn(
                new TurnId(id),
                conversation,
                MIRA,
                prompt,
                reply,
                Status.COMPLETED,
                FinishReason.LENGTH,
                null,
                "llama3.2",
                "here",
                new TokenUsage(12, 34),
                List.of(
                        new RecalledMemory(new MemoryId("mem_2"), MemoryTier.LTM, 0.75),
                        new RecalledMemory(new MemoryId("mem_1"), MemoryTier.STM, 0.1)),
                Rating.UP,
                "Not too long!",
                NOON.plusSeconds(seconds),
                NOON.plusSeconds(seconds + 3),
                null);
    }
}
