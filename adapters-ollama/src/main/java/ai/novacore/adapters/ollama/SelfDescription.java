package ai.novacore.adapters.ollama;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people say something about themselves that stays true for a while. */
final class SelfDescription {
    private static final String OFTEN =
            "(?:also |really |absolutely |currently |now |usually |mostly |mainly |just |still |always |never |"
                    + "strongly |generally |only |recently |finally |have )*";
    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|"
                    + "februar|märz|mai|juni|juli|oktober|dezember|spring|summer|autumn|winter|frühling|sommer|herbst)";
    private static final String DAY =
            "(?:\\d|" + MONTH + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next (?:week|"
                    + "month|year)|one day|some ?day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|nächste[nrsm]?)";
    private static final String KIN =
            "(?:mother|father|mum|mom|dad|parents|sister|brother|wife|husband|partner|girlfriend|boyfriend|fianc[ée]e?|"
                    + "son|daughter|kids?|children|grandmother|grandfather|grandma|grandpa|cousin|uncle|aunt|niece|nephew|twins?|baby|boss|colleague|"
                    + "best friend|roommate|neighbou?r|dog|cat|rabbit|horse|parrot|hamster|puppy|kitten|bird|car|bike|company|team|doctor|therapist|"
                    + "teacher|school|university|garden|house|flat|apartment|youngest|oldest|eldest|older|younger|little|big)";
    private static final String KIN_DE =
            "(?:mutter|vater|mama|papa|eltern|schwester|bruder|frau|mann|partner(?:in)?|freund(?:in)?|verlobter?|sohn|"
                    + "tochter|kind(?:er)?|söhne|töchter|oma|opa|großmutter|großvater|cousine?|onkel|tante|nichte|neffe|zwillinge|chef(?:in)?|"
                    + "kolleg(?:e|in)|mitbewohner(?:in)?|nachbar(?:in)?|hund|katze|kater|kaninchen|pferd|papagei|hamster|auto|firma|arzt|ärztin|"
                    + "ältere[rs]?|jüngere[rs]?|beste[rs]?)";

    private record Form(double importance, Pattern beginning) {}

    private static final List<Form> FORMS = List.of(
            form(
                    0.95,
                    "(?:i['’]m|i am) " + OFTEN
                            + "(?:allergic|intolerant|diabetic|celiac|coeliac|asthmatic|pregnant|deaf|blind|colou?r ?blind)"),
            form(
                    0.95,
                    "i have (?:an? |a severe |a bad )?(?:\\p{L}+ )?(?:allergy|allergies|intolerance|diabetes|asthma|epilepsy|adhd|dyslexia)"),
            form(
                    0.95,
                    "ich (?:bin|habe) (?:\\p{L}+ )?(?:allergisch|diabetiker\\p{L}*|schwanger|asthma|diabetes|\\p{L}*allergie\\p{L}*|\\p{L}*unverträglichkeit)"),
            form(0.95, "(?:je suis|soy) (?:\\p{L}+ )?(?:allergique|alérgic[oa]|diabétique|diabétic[oa])"),
            form(
                    0.9,
                    "(?:my (?:full |first |last )?name(?: is|['’]s)|i['’]m called|i am called|(?:please )?call me)\\s+\\p{Lu}"),
            form(
                    0.9,
                    "(?:ich heiße|ich heisse|mein (?:vor|nach)?name ist|je m['’]appelle|mon nom est|me llamo|mi nombre es)"),
            form(
                    0.9,
                    "(?:my birthday is|i was born (?:in|on)|mein geburtstag ist|ich (?:bin|wurde) (?:am|im|in) .*geboren|mon anniversaire est|mi"
                            + " cumpleaños es)"),
            form(0.8, "(?:i|we) " + OFTEN + "(?:live|lived|reside|moved|relocated|grew up)\\b"),
            form(
                    0.8,
                    "(?:i['’]ve|i have|we have|we['’]ve) " + OFTEN
                            + "(?:moved|lived|been|known|worked|played|lost|quit|started|stopped|studied|learned|"
                            + "bought|adopted|married)\\b"),
            form(
                    0.8,
                    "(?:i['’]m|i am|we are|we['’]re) " + OFTEN
                            + "(?:not )?(?:living in|based in|from|married|single|divorced|widowed|engaged|retired|"
                            + "unemployed|self-employed|vegan|vegetarian|pescatarian|muslim|jewish|christian|buddhist|hindu|atheist|left-handed|"
                            + "\\d+ years old)"),
            form(0.8, "(?:ich|wir) (?:wohnen?|leben?|stammen?|kommen? aus|(?:bin|sind) .*\\b(?:um)?gezogen)"),
            form(
                    0.8,
                    "ich bin (?:jetzt |seit \\p{L}+ )?(?:verheiratet|ledig|geschieden|verwitwet|verlobt|rentner\\p{L}*|vegan\\p{L}*|vegetarier\\p{L}*|"
                            + "veganer\\p{L}*|linkshänder\\p{L}*|\\d+ jahre alt)"),
            form(
                    0.8,
                    "(?:j['’]habite|je vis|j['’]ai déménagé|je viens de|je suis né|vivo en|me mudé|me he mudado|soy de|nací)"),
            form(
                    0.75,
                    "(?:my|our) " + KIN
                            + "\\b(?: \\p{L}+)* (?:is|are|has|have|lives?|works?|likes?|loves?|hates?|was|were|studies|goes|plays?|visits?|comes?|sends|pays|lets|"
                            + "turns?|needs?|died|moved)\\b"),
            form(0.75, "(?:my|our) (?:\\p{L}+ )?" + KIN + "['’]s name is"),
            form(
                    0.75,
                    "(?:meine?|unsere?) (?:\\p{L}+ )?" + KIN_DE
                            + "\\b(?: \\p{L}+)* (?:ist|sind|hat|haben|heißt|heißen|heisst|wohnt|wohnen|lebt|"
                            + "leben|arbeitet|mag|mögen|liebt|studiert|geht|spielt|wird)\\b"),
            form(0.75, "(?:mon|ma|mes) \\p{L}+ (?:s['’]appelle\\p{L}*|est|a|vit|habite|travaille)\\b"),
            form(0.75, "(?:mi|mis) \\p{L}+ (?:se llaman?|es|tiene|vive|trabaja)\\b"),
            form(0.7, "i " + OFTEN + "(?:work|worked|study|studied|teach|run my|own|founded|graduated)\\b"),
            form(
                    0.7,
                    "(?:i['’]m|i am) " + OFTEN + "(?:working (?:as|at|for|in)|studying|training (?:for|to)|learning)"),
            form(
                    0.7,
                    "(?:i['’]m|i am) (?:an? )(?!bit|little|lot|huge fan|big fan)(?:\\p{L}+[ -]){0,2}\\p{L}*(?:er|or|ist|ian|ant|ent|nurse|cook|chef|pilot|"
                            + "clerk|mechanic|judge|coach|vet|artist|student|parent|mum|mom|dad|father|mother)\\b"),
            form(
                    0.7,
                    "(?:my (?:job|profession|occupation|employer) is|ich (?:arbeite|studiere|unterrichte|lehre|lerne)\\b|mein(?:e)? (?:beruf|job) ist)"),
            form(
                    0.7,
                    "ich bin (?:(?:ein|eine|gelernte[rn]?|selbstständige[rn]?) )?\\p{Lu}\\p{L}+(?:er|in|ent|ist|or|arzt|ärztin|mann|frau|wirt|koch)\\b"),
            form(
                    0.7,
                    "(?:je travaille|j['’]étudie|je suis (?:médecin|professeur|infirmi\\p{L}+|étudiant\\p{L}*|ingénieur\\p{L}*)|trabajo|estudio|soy "
                            + "(?:médic[oa]|profesor\\p{L}*|enfermer[oa]|estudiante|ingenier[oa]))\\b"),
            form(
                    0.6,
                    "my (?:favou?rite|hobby|hobbies|goal|dream|native language|mother tongue|diet|blood type|shoe size)\\b.* (?:is|are)\\b"),
            form(
                    0.6,
                    "meine? (?:lieblings\\p{L}+|hobbys?|ziel|muttersprache|blutgruppe|schuhgröße)\\b.* (?:ist|sind)\\b"),
            form(
                    0.6,
                    "(?:i|we) " + OFTEN
                            + "(?:have|own|adopted|bought|got) (?:an?|\\d+|one|two|three|four|five|six|no|twins|my own)\\b"),
            form(
                    0.6,
                    "(?:ich|wir) (?:habe|haben|besitze|besitzen) (?:eine?n?|keine?n?|\\d+|zwei|drei|vier|fünf|sechs)\\b"),
            form(0.6, "(?:j['’]ai|nous avons|tengo|tenemos) (?:une?|un|deux|trois|quatre|dos|tres|una|cuatro|\\d+)\\b"),
            form(
                    0.6,
                    "(?:i['’]m|i am|we['’]re|we are|i will|i['’]ll|we will|we['’]ll|i have|my \\p{L}+ is|i plan to|i want to|we plan to|i fly|i start)\\b.*\\b"
                            + DAY),
            form(
                    0.6,
                    "(?:ich|wir) (?:fliegen?|reisen?|ziehen?|heiraten?|fahren?|beginnen?|starten?|gehen?|werden?|planen?|möchten?|wollen?)\\b.*\\b"
                            + DAY),
            form(
                    0.6,
                    "(?:am|im|nächste[nrsm]?|morgen) .*\\b(?:fliege|reise|ziehe|heirate|fahre|beginne|starte|gehe|werde|habe) ich\\b"),
            form(
                    0.6,
                    "i " + OFTEN
                            + "(?:speak|play|practi[cs]e|collect|drive|ride|train|volunteer|wear|need glasses|suffer)\\b"),
            form(0.6, "i (?:rent|used to (?:live|work|be|have|play|study))\\b"),
            form(
                    0.6,
                    "i (?:drink|eat|do|go|run|swim|cycle|cook|read|bake|paint|sing|dance|meditate|pray|hike|walk)\\b.*\\b(?:every|daily|always|each|"
                            + "twice|times|once|weekly|regularly|on \\p{L}+days|black|without|only)\\b"),
            form(
                    0.6,
                    "(?:i|we) (?:usually|always|mostly|often|regularly|hardly|never) (?!know|mind|thought)\\p{L}+ \\p{L}+"),
            form(
                    0.7,
                    "(?:i|we) (?:got married|had a baby|quit|retired|started|founded|became|lost|sold|broke up|graduated)\\b"),
            form(
                    0.7,
                    "(?:ich|wir) (?:habe|haben|bin|sind) .*\\b(?:gekauft|geheiratet|bekommen|gekündigt|angefangen|begonnen|adoptiert|gebaut|verloren|gegründet|"
                            + "verkauft|operiert|gezogen|geworden)\\.?$"),
            form(0.7, "seit .* (?:lerne|spiele|arbeite|wohne|lebe|bin|habe|studiere|fahre|esse|trinke) ich\\b"),
            form(
                    0.8,
                    "(?:i['’]m|i am|ich bin) \\d{1,3}(?! ?(?:min|h\\b|km|m\\b|percent|prozent|%|minutes|hours|minuten|stunden))"),
            form(0.8, "(?:we are|we['’]re|i am|i['’]m) expecting"),
            form(0.75, "(?:my|our) " + KIN + " (?:\\p{L}+ )?and i\\b"),
            form(0.6, "ich (?:spreche|spiele|sammle|fahre (?!morgen)|trainiere|trage|leide)\\b"),
            form(
                    0.6,
                    "i (?:don['’]t|do not|never|can['’]t|cannot|no longer) (?:eat|drink|smoke|drive|like|have|own|live|work|speak|stand)\\b"),
            form(0.6, "ich (?:esse|trinke|rauche|mag|habe|fahre) (?:\\p{L}+ )?(?:kein\\p{L}*|nie|nicht)\\b"),
            form(0.5, "i " + OFTEN + "(?:like|love|enjoy|prefer|hate|dislike|detest|adore)\\b"),
            form(
                    0.5,
                    "(?:i['’]m|i am) " + OFTEN
                            + "(?:a (?:huge|big) fan of|fond of|interested in|into|afraid of|scared of)\\b"),
            form(0.5, "ich (?:mag|liebe|hasse|bevorzuge|interessiere mich|\\p{L}+ (?:sehr )?gerne?)\\b"),
            form(0.5, "(?:j['’]aime|j['’]adore|je déteste|je préfère|me gustan?|me encantan?|odio|prefiero)\\b"));

    private SelfDescription() {}

    /** How much it matters; nothing when it is no description of oneself. */
    static Optional<Double> importance(String statement) {
        return FORMS.stream()
                .filter(form -> form.beginning().matcher(statement).lookingAt())
                .map(Form::importance)
                .findFirst();
    }

    private static Form form(double importance, String beginning) {
        return new Form(importance, Pattern.compile("(?iu)" + beginning));
    }
}
