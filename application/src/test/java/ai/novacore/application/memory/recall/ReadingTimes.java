package ai.novacore.application.memory.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTimes {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did I do on 2023-05-08?             | 2023-05-08 | 2023-05-07
            What did I do on 8 May 2023?             | 2023-05-08 | 2024-05-08
            What did I do on May 8th, 2023?          | 2023-05-08 | 2023-05-07
            Was war am 8. Mai 2023?                  | 2023-05-08 | 2023-06-08
            Was war am 8.5.2023?                     | 2023-05-08 | 2023-08-05
            ¿Qué pasó el 8 de mayo de 2023?          | 2023-05-08 | 2023-03-08
            What happened in May 2023?               | 2023-05-31 | 2023-04-30
            Qu'est-ce que j'ai fait en août 2023 ?   | 2023-08-02 | 2023-07-31
            What happened in July?                   | 2021-07-15 | 2021-06-30
            Что было 15 июля?                        | 2021-07-15 | 2021-06-30
            What happened on 3 March?                | 2019-03-03 | 2019-03-02
            What happened in 2022?                   | 2022-01-01 | 2021-12-31
            What did I say yesterday?                | 2026-05-19 | 2026-05-18
            Was habe ich gestern gesagt?             | 2026-05-19 | 2026-05-18
            Was habe ich vorgestern gesagt?          | 2026-05-18 | 2026-05-17
            ¿Qué dije ayer?                          | 2026-05-19 | 2026-05-18
            What did I say today?                    | 2026-05-20 | 2026-05-19
            What did we do last week?                | 2026-05-11 | 2026-05-10
            Was haben wir letzte Woche getan?        | 2026-05-17 | 2026-05-10
            Qu'avons-nous fait la semaine dernière ? | 2026-05-12 | 2026-05-10
            What did I do this month?                | 2026-05-01 | 2026-04-30
            What did I do last year?                 | 2025-06-01 | 2024-12-31
            What did I do last weekend?              | 2026-05-16 | 2026-05-15
            What did I do on Monday?                 | 2026-05-18 | 2026-05-17
            Was war am Montag?                       | 2026-05-18 | 2026-05-17
            What happened two weeks ago?             | 2026-05-06 | 2026-04-30
            Was war vor zwei Wochen?                 | 2026-05-06 | 2026-04-30
            Que s'est-il passé il y a trois mois ?   | 2026-02-20 | 2025-12-20
            What did I tell you lately?              | 2026-05-01 | 2026-04-01
            """)
    void knowsWhichDayFitsBestAndWhichDoesNot(String question, String inside, String outside) {
        TimeSpan time = TimeExpressions.in(question, NOW).orElseThrow();

        assertThat(time.fit(noon(inside))).isEqualTo(1);
        assertThat(time.fit(noon(outside))).isZero();
    }

    @Test
    void letsPeopleTellSomewhatLater() {
        TimeSpan may = TimeExpressions.in("in May 2023", NOW).orElseThrow();
        TimeSpan anyMay = TimeExpressions.in("in May", NOW).orElseThrow();

        assertThat(may.fit(noon("2023-06-20"))).isEqualTo(0.5);
        assertThat(anyMay.fit(noon("2023-06-20"))).isEqualTo(0.5);
        assertThat(may.fit(noon("2023-07-20"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "What is the name of my cat?",
                "May I march on?",
                "Was habe ich hier gesagt?",
                "on 2023-02-31 perhaps",
                "version 3.14",
                "99999999999999999999 ago",
                "\u0000\uD83D 🐈"
            })
    void findsNoTimeWhereThereIsNone(String question) {
        assertThat(TimeExpressions.in(question, NOW)).isEmpty();
    }

    @Test
    void readsAnythingAtAll() {
        Random random = new Random(5);
        List<String> pieces =
                List.of("May", "31", "2023", "-", ".", " ", "vor", "zwei", "ago", "last", "İ", "week", "é");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder question = new StringBuilder();
            random.ints(8, 0, pieces.size()).forEach(piece -> question.append(pieces.get(piece)));
            TimeExpressions.in(question.toString(), NOW)
                    .ifPresent(
                            time -> assertThat(time.fit(NOW.getEpochSecond())).isBetween(0.0, 1.0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When did I move?",
                "How long was it?",
                "Wann war das?",
                "Quand était-ce ?",
                "¿Cuándo fue?",
                "什么时候"
            })
    void knowsWhatIsAfterATime(String question) {
        assertThat(TimeWords.askForTime(question)).isTrue();
        assertThat(TimeWords.askForTime("What is it, and why?")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"we met yesterday", "It was in May", "gestern war es kalt", "am Montag", "seit 1999", "昨天"})
    void knowsWhatTellsATime(String text) {
        assertThat(TimeWords.tellTime(text)).isTrue();
        assertThat(TimeWords.tellTime("it may be so")).isFalse();
    }

    private static long noon(String day) {
        return Instant.parse(day + "T12:00:00Z").getEpochSecond();
    }
}
