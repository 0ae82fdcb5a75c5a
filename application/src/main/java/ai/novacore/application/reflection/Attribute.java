package ai.novacore.application.reflection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something of which a person has one at a time, such as where they live, and what it is. Two memories with different values
 * of one attribute cannot both be true now.
 *
 * @param key which attribute
 * @param value the words of what it is
 * @param certain false where there may be several after all, such as dogs: only who corrects themselves contradicts that
 */
record Attribute(String key, List<Word> value, boolean certain) {

    private record Form(String key, Pattern pattern, boolean certain) {}

    /** A value and where it ends. */
    private static final String VALUE =
            "(?<value>[^,.;!?()]+?)(?=\\s*(?:[,.;!?(]|$|\\b(?:and|but|because|since|with|from|near|for|where|"
                    + "who|which|when|as|now|und|aber|weil|seit|mit|von|aus|bei|wo|jetzt|gezogen|umgezogen|et|mais|avec|depuis|y|pero|con|desde)\\b)).*";

    /** Words by which memories of an attribute are found, however little the values have to do with each other. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "home", "I live in, I moved to, ich wohne in, ich lebe in, nach gezogen, j'habite, je vis, vivo en",
            "name", "my name is, I am called, ich heiße, je m'appelle, me llamo",
            "job", "I work as, my job is, ich arbeite als, mein Beruf ist, je travaille comme, trabajo como",
            "employer", "I work at, I work for, ich arbeite bei",
            "birthday", "my birthday is, mein Geburtstag ist, mon anniversaire, mi cumpleaños",
            "age", "years old, Jahre alt, ans, años",
            "diet", "vegetarian, vegan, vegetarisch, Vegetarier, végétarien, vegetariano",
            "marriage", "married, single, divorced, verheiratet, ledig, geschieden, marié, casado");

    private static final List<Form> FORMS = List.of(
            before(
                    "home",
                    "\\b(?:live|lives|living|reside|wohnt?e?|lebe?t?|habite|vivo|vive)\\b(?:\\s+\\p{L}+){0,3}?\\s+(?:in|at|à|en)"),
            before("home", "\\b(?:moved|relocated)(?:\\s+\\p{L}+){0,3}?\\s+to"),
            before("home", "(?=.*\\b(?:um)?gezogen\\b).*?\\bnach"),
            before("home", "\\b(?:déménagé|mudé|mudado)\\s+(?:à|a)"),
            before("name", "\\bmy (?:first |full )?name(?: is|['’]s)"),
            before(
                    "name",
                    "\\b(?:mein (?:vor)?name ist|ich heiße|ich heisse|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo)"),
            before("name", "\\b(?:i am|i['’]m) called"),
            before("job", "\\b(?:work|works|working) as"),
            before(
                    "job",
                    "\\b(?:arbeite als|mein beruf ist|travaille comme|trabajo (?:como|de)|my (?:job|profession|occupation) is)"),
            before("employer", "\\b(?:work|works|working) (?:at|for)"),
            before("employer", "\\barbeite (?:bei|für)"),
            before("birthday", "\\b(?:birthday is|geburtstag ist|anniversaire est|cumpleaños es)(?: on| am| le| el)?"),
            within(
                    "diet",
                    "\\b(?:i['’]m|i am|ich bin|je suis|soy) (?:a |an |strict |ein |eine |now |jetzt )*(?=vegan|vegetari|omnivor|végé|"
                            + "végan|pescatari|pesceta)"),
            within(
                    "marriage",
                    "\\b(?:i['’]m|i am|ich bin|je suis|estoy|soy) (?:now |jetzt )?(?=married|single|divorced|widowed|"
                            + "verheiratet|ledig|geschieden|verwitwet|marié|divorcé|célibataire|casad|divorciad|solter)"),
            new Form(
                    "age",
                    Pattern.compile("(?iu).*?\\b(?<value>\\p{N}{1,3})(?: years old| jahre alt| ans| años)\\b.*"),
                    true),
            new Form(
                    "favourite",
                    Pattern.compile("(?iu).*?\\bmy favou?rite (?<what>[\\p{L} ]+?) (?:is|are)\\s+" + VALUE),
                    true),
            new Form(
                    "favourite",
                    Pattern.compile("(?iu).*?\\b(?:mein|meine) (?<what>lieblings\\p{L}+) (?:ist|sind)\\s+" + VALUE),
                    true),
            new Form(
                    "named",
                    Pattern.compile("(?iu).*?\\bmy (?<what>\\p{L}+)(?: is called| is named|['’]s name is)\\s+" + VALUE),
                    false),
            new Form(
                    "named",
                    Pattern.compile("(?iu).*?\\b(?:mein|meine) (?<what>\\p{L}+) (?:heißt|heisst)\\s+" + VALUE),
                    false));

    /** Of countries and of towns one can be true together. */
    private static final Set<String> COUNTRIES = Stream.of(
                    Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"))
            .flatMap(language -> Arrays.stream(Locale.getISOCountries())
                    .map(code -> Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern SOME = Pattern.compile(
            "(?iu)(?:a|an|my|our|the (?:city|country|countryside)|einem?r?|meine[mnr]?|unserer?|une?|un|una|mi|der stadt)\\b.*");

    Attribute {
        value = List.copyOf(value);
    }

    /** What it says that can be contradicted; nothing when it is denied, over or only meant. */
    static Optional<Attribute> of(Claim claim) {
        if (claim.mood().denied() || claim.mood().over() || claim.mood().meant()) {
            return Optional.empty();
        }
        String whose = Clause.of(0, claim.text(), false).about().map(Word::text).orElse("");
        return FORMS.stream()
                .flatMap(form -> read(form, claim.text()).stream())
                .findFirst()
                .map(found -> new Attribute(found.key + " " + whose, found.value, found.certain));
    }

    private static Optional<Attribute> read(Form form, String text) {
        Matcher matcher = form.pattern().matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group("value").strip();
        String what = form.pattern().namedGroups().containsKey("what")
                ? " of " + matcher.group("what").toLowerCase(Locale.ROOT)
                : "";
        String key = form.key() + what;
        if (form.key().equals("home")) {
            if (SOME.matcher(value).matches()) {
                return Optional.empty();
            }
            key = COUNTRIES.contains(value.toLowerCase(Locale.ROOT)) ? "home country" : "home";
        }
        List<Word> words = Word.all(value).stream().filter(Word::counts).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Attribute(key, words, form.certain()));
    }

    /** What to search for to find other values of it. */
    String question() {
        String kind = key.substring(0, key.indexOf(' '));
        return QUESTIONS.getOrDefault(kind, kind) + key.substring(kind.length());
    }

    boolean contradicts(Attribute other) {
        return key.equals(other.key)
                && value.stream().noneMatch(word -> other.value.stream().anyMatch(word::matches));
    }

    /** The value comes after these words. */
    private static Form before(String key, String words) {
        return within(key, words + "\\s+");
    }

    /** The value comes at once. */
    private static Form within(String key, String words) {
        return new Form(key, Pattern.compile("(?iu).*?" + words + VALUE), true);
    }
}
