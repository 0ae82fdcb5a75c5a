package ai.novacore.application.memory.recall;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words for times, without accents and in lower case: names of months and weekdays as the JDK knows them, and a few more. */
final class TimeWords {
    static final Map<String, Month> MONTHS = new HashMap<>();
    static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

    /** Also English words that have nothing to do with time, unless they are written with a capital letter. */
    private static final Set<String> AMBIGUOUS = Set.of("may", "march");

    private static final List<Locale> LOCALES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.of("es"),
            Locale.of("pt"),
            Locale.of("nl"),
            Locale.of("sv"),
            Locale.of("ru"),
            Locale.of("tr"),
            Locale.of("pl"));

    static {
        for (Locale locale : LOCALES) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                for (Month month : Month.values()) {
                    MONTHS.putIfAbsent(fold(month.getDisplayName(style, locale)), month);
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    WEEKDAYS.putIfAbsent(fold(day.getDisplayName(style, locale)), day);
                }
            }
        }
    }

    private static final Pattern ASKS = Pattern.compile(
            "^\\W*(when|since when|how long|(what|which|on what|on which|in which) (date|day|week|month|year))\\b"
                    + "|^\\W*(wann|seit wann|wie lange|(an|in)? ?welche[nmrs]? (datum|tag|woche|monat|jahr))\\b"
                    + "|^\\W*(quand|depuis quand|combien de temps|(en )?quelle? (date|jour|semaine|mois|annee))\\b"
                    + "|^\\W*(cuando|desde cuando|cuanto tiempo|(en )?que (fecha|dia|semana|mes|ano))\\b"
                    + "|^\\W*(quando|da quanto tempo|ha quanto tempo|wanneer|sinds wanneer|nar|kiedy|ne zaman)\\b"
                    + "|когда|いつ|什么时候|何时|什麼時候|언제",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(yesterday|today|tonight|tomorrow|ago|last|next|since|days?|weeks?|weekends?|months?|years?"
                    + "|gestern|vorgestern|heute|letzte[nmrs]?|nachste[nmrs]?|seit|tage?n?|wochen?|wochenende|monate?n?|jahre?n?"
                    + "|aujourd'hui|demain|derniere?|prochaine?|depuis|jours?|semaines?|mois|annees?"
                    + "|ayer|hoy|manana|pasad[oa]|proxim[oa]|hace|dias?|semanas?|mes|meses|anos?"
                    + "|ieri|oggi|domani|scors[oa]|prossim[oa]|ontem|hoje|amanha|passad[oa]|gisteren|vandaag|morgen"
                    + "|вчера|сегодня|завтра|назад|(19|20)\\d\\d)\\b|昨天|今天|明天|昨日|今日|明日|어제|오늘|내일",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Words of which one stands in every time that a question can name without a digit. */
    private static final Set<String> SIGNS = Set.of(
            "yesterday",
            "today",
            "ago",
            "last",
            "this",
            "lately",
            "recently",
            "gestern",
            "vorgestern",
            "heute",
            "vor",
            "letzte",
            "letzter",
            "letzten",
            "letztem",
            "letztes",
            "diese",
            "dieser",
            "diesen",
            "diesem",
            "dieses",
            "zuletzt",
            "neulich",
            "kurzlich",
            "hier",
            "aujourd",
            "y",
            "dernier",
            "derniere",
            "cet",
            "cette",
            "ce",
            "recemment",
            "dernierement",
            "ayer",
            "anteayer",
            "hoy",
            "hace",
            "pasado",
            "pasada",
            "este",
            "esta",
            "ultimamente",
            "recientemente");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private TimeWords() {}

    /** Without accents, in lower case. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The names of months as alternatives of a pattern, longest first. */
    static String months() {
        return alternatives(MONTHS.keySet());
    }

    static String weekdays() {
        return alternatives(WEEKDAYS.keySet());
    }

    private static String alternatives(Set<String> names) {
        TreeSet<String> longestFirst = new TreeSet<>(
                (a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(b.length(), a.length()));
        names.forEach(name -> longestFirst.add(Pattern.quote(name)));
        return String.join("|", longestFirst);
    }

    /** Whether it is worth looking for a time, in a question without accents and in lower case. */
    static boolean mayNameTime(String folded) {
        return folded.codePoints().anyMatch(Character::isDigit)
                || WORD.matcher(folded).results().map(MatchResult::group).anyMatch(TimeWords::isSign);
    }

    private static boolean isSign(String word) {
        return SIGNS.contains(word) || MONTHS.containsKey(word) || WEEKDAYS.containsKey(word);
    }

    /** Whether a question is after a time. */
    static boolean askForTime(String question) {
        return ASKS.matcher(fold(question)).find();
    }

    /** Whether a memory tells a time, such as a month, a year, or "yesterday". */
    static boolean tellTime(String text) {
        return RELATIVE.matcher(fold(text)).find()
                || WORD.matcher(text).results().anyMatch(word -> isName(word.group()));
    }

    private static boolean isName(String word) {
        String folded = fold(word);
        return (MONTHS.containsKey(folded) || WEEKDAYS.containsKey(folded)) && isMeant(folded, word);
    }

    /** @param written as it stands in the text */
    static boolean isMeant(String folded, String written) {
        return !AMBIGUOUS.contains(folded) || Character.isUpperCase(written.charAt(0));
    }
}
