package ai.novacore.application.memory.recall;

import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import ai.novacore.application.memory.recall.TimeSpan.Days;
import ai.novacore.application.memory.recall.TimeSpan.EveryYear;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time that a question names: dates and months in some ten languages, "yesterday", "last week", "two months ago"
 * and the like in English, German, French and Spanish. The first that is found counts. What is no date, such as 31
 * February, is none.
 */
final class TimeExpressions {
    private static final int LATELY_DAYS = 30;
    private static final String MONTH = "(" + TimeWords.months() + ")";
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String NUMBER =
            "(\\d{1,3}|an?|one|two|three|four|five|six|eine?[mnr]?|zwei|drei|vier|funf|sechs"
                    + "|une?|deux|trois|quatre|cinq|uno|una|dos|tres|cuatro|cinco)";

    @FunctionalInterface
    private interface Reading {
        /** Nothing where what matched is no time after all. */
        @Nullable TimeSpan read(MatchResult match, LocalDate today);
    }

    private record Expression(Pattern pattern, Reading reading) {
        Expression(String regex, Reading reading) {
            this(Pattern.compile("(?<![\\p{L}\\d])(?:" + regex + ")(?![\\p{L}\\d])", UNICODE_CHARACTER_CLASS), reading);
        }
    }

    private static final List<Expression> ALL = List.of(
            new Expression(
                    YEAR + "-(\\d\\d)-(\\d\\d)", (m, _) -> day(m.group(3), Month.of(number(m.group(2))), m.group(1))),
            new Expression(
                    "(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?" + YEAR,
                    (m, _) -> day(m.group(1), Month.of(number(m.group(2))), m.group(3))),
            new Expression(
                    "(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?(?: of| de)? " + MONTH + "(?:,? (?:de )?" + YEAR + ")?",
                    (m, _) -> day(m.group(1), month(m.group(2)), m.group(3))),
            new Expression(
                    MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? " + YEAR + ")?",
                    (m, _) -> day(m.group(2), month(m.group(1)), m.group(3))),
            new Expression(
                    MONTH + ",? (?:de )?" + YEAR, (m, _) -> month(YearMonth.of(number(m.group(2)), month(m.group(1))))),
            new Expression(
                    "day before yesterday|vorgestern|avant-hier|anteayer", (_, today) -> Days.of(today.minusDays(2))),
            new Expression(
                    "yesterday|gestern|hier (?:soir|matin)|d'hier|ayer", (_, today) -> Days.of(today.minusDays(1))),
            new Expression("today|heute|aujourd'hui|hoy", (_, today) -> Days.of(today)),
            new Expression(NUMBER + " (day|week|month|year)s? ago", TimeExpressions::ago),
            new Expression("vor " + NUMBER + " (tag|woche|monat|jahr)(?:en|e|n)?", TimeExpressions::ago),
            new Expression("il y a " + NUMBER + " (jour|semaine|mois|an)s?", TimeExpressions::ago),
            new Expression("hace " + NUMBER + " (dia|semana|mes|ano)(?:es|s)?", TimeExpressions::ago),
            new Expression(
                    "last weekend|(?:letztes|am letzten) wochenende|le week-end dernier|el fin de semana pasado",
                    (_, today) -> weekend(today)),
            new Expression(
                    "last (week|month|year)|letzte[nmrs]? (woche|monat|jahr)|(semaine|mois|annee) derniere?"
                            + "|(semana|mes|ano) pasad[oa]",
                    (m, today) -> unit(m, today, 1)),
            new Expression(
                    "this (week|month|year)|diese[nmrs]? (woche|monat|jahr)|cette? (semaine|mois|annee)"
                            + "|est[ea] (semana|mes|ano)",
                    (m, today) -> unit(m, today, 0)),
            new Expression(
                    "lately|recently|zuletzt|neulich|kurzlich|in letzter zeit|recemment|dernierement|ultimamente|recientemente",
                    (_, today) -> Days.of(today.minusDays(LATELY_DAYS), today.plusDays(1))),
            new Expression(
                    "(" + TimeWords.weekdays() + ")",
                    (m, today) -> Days.of(today.with(TemporalAdjusters.previous(weekday(m.group(1)))))),
            new Expression(
                    "(?:in|during|im|im jahr|en|nel|em|since|seit|depuis|desde) " + YEAR,
                    (m, _) -> year(number(m.group(1)))),
            new Expression(MONTH, (m, _) -> new EveryYear(month(m.group(1)), null)));

    private TimeExpressions() {}

    /** @param now when the question is asked */
    static Optional<TimeSpan> in(String question, Instant now) {
        String folded = TimeWords.fold(question);
        if (!TimeWords.mayNameTime(folded)) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return ALL.stream()
                .flatMap(expression -> expression
                        .pattern()
                        .matcher(folded)
                        .results()
                        .filter(match -> isMeant(match, question, folded))
                        .map(match -> read(expression, match, today))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    /** "May I" is no month. Where accents moved the letters, the lower case decides. */
    private static boolean isMeant(MatchResult match, String question, String folded) {
        String written = question.length() == folded.length() ? question : folded;
        Matcher word = Pattern.compile("\\p{L}+").matcher(match.group());
        while (word.find()) {
            int at = match.start() + word.start();
            // At the beginning every word has a capital letter.
            boolean alone = at == 0 && word.group().length() == match.group().length();
            if (!TimeWords.isMeant(word.group(), alone ? word.group() : written.substring(at, at + 1))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<TimeSpan> read(Expression expression, MatchResult match, LocalDate today) {
        try {
            return Optional.ofNullable(expression.reading().read(match, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeSpan day(String day, Month month, @Nullable String year) {
        if (year == null) {
            // Whether there is such a day in some year.
            LocalDate.of(2000, month, number(day));
            return new EveryYear(month, number(day));
        }
        return Days.of(LocalDate.of(number(year), month, number(day)));
    }

    private static TimeSpan month(YearMonth month) {
        return Days.of(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static TimeSpan year(int year) {
        return Days.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static TimeSpan weekend(LocalDate today) {
        LocalDate saturday = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
        return Days.of(saturday, saturday.plusDays(2));
    }

    private static TimeSpan unit(MatchResult match, LocalDate today, int before) {
        String unit = "";
        for (int i = 1; i <= match.groupCount(); i++) {
            unit = match.group(i) == null ? unit : match.group(i);
        }
        return switch (unit) {
            case "week", "woche", "semaine", "semana" -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(before);
                yield Days.of(monday, monday.plusWeeks(1));
            }
            case "month", "monat", "mois", "mes" -> month(YearMonth.from(today).minusMonths(before));
            default -> year(today.getYear() - before);
        };
    }

    /** About so long ago: with half of the unit on either side. */
    private static TimeSpan ago(MatchResult match, LocalDate today) {
        int number = count(match.group(1));
        return switch (match.group(2)) {
            case "day", "tag", "jour", "dia" -> Days.of(today.minusDays(number));
            case "week", "woche", "semaine", "semana" -> around(today.minusWeeks(number), 3);
            case "month", "monat", "mois", "mes" -> around(today.minusMonths(number), 15);
            default -> around(today.minusYears(number), 182);
        };
    }

    private static TimeSpan around(LocalDate day, int days) {
        return Days.of(day.minusDays(days), day.plusDays(days + 1));
    }

    private static int count(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return number(word);
        }
        return switch (word) {
            case "two", "zwei", "deux", "dos" -> 2;
            case "three", "drei", "trois", "tres" -> 3;
            case "four", "vier", "quatre", "cuatro" -> 4;
            case "five", "funf", "cinq", "cinco" -> 5;
            case "six", "sechs" -> 6;
            default -> 1;
        };
    }

    private static Month month(String name) {
        return Objects.requireNonNull(TimeWords.MONTHS.get(name));
    }

    private static DayOfWeek weekday(String name) {
        return Objects.requireNonNull(TimeWords.WEEKDAYS.get(name));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
