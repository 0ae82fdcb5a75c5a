package ai.novacore.application.reflection;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Verbs that say the same about somebody in one language or another. Where a claim has one of them, what it is held against
 * has to have one of the same sense.
 */
enum Sense {
    LIVE("live lives living lived reside resides residing resident home based wohne wohnst wohnt wohnen wohnhaft lebe"
            + " lebst lebt leben habite habites habiter vis vit vivo vives vive vivir viviendo abito vivi"),
    MOVE("move moves moved moving relocate relocated relocating umgezogen ziehe zieht gezogen umziehen zog déménagé"
            + " déménage déménager mudé mudo mudado mudar trasferito"),
    WORK("work works working worked job occupation profession employed arbeite arbeitest arbeitet arbeiten beruf"
            + " travaille travailler métier trabajo trabaja trabajar lavoro"),
    LIKE("like likes liked liking love loves loved loving enjoy enjoys enjoyed fond mag magst mögen mochte liebe liebt"
            + " lieben gefällt gern gerne aime aimer adore gusta gustan encanta encantan piace amo"),
    PREFER("prefer prefers preferred rather bevorzuge bevorzugt bevorzugen lieber ziehe préfère préférer prefiero"
            + " prefiere preferisco"),
    HATE("hate hates hated dislike dislikes disliked detest detests loathe hasse hasst hassen verabscheue déteste"
            + " détester odio odia detesto"),
    PLAN("plan plans planning planned going intend intends want wants wanted hope hopes will shall plane plant planen"
            + " möchte möchten will wollen hoffe werde werden vorhabe veux voudrais vais espère quiero quiere voy"
            + " espero voglio vorrei"),
    ALLERGIC("allergic allergy allergies allergisch allergie allergien allergique alérgico alérgica alergia allergico"),
    /** Who is meant, and that it is so: said in too many ways to be compared. */
    IS("name named names called call heiße heisse heißt heisst heißen nenne nennt genannt appelle appelles nom llamo"
            + " llama llaman nombre chiamo has have had having own owns got habe hast hat haben besitze besitzt ai"
            + " as avons tengo tiene tenemos ho member member's user speaker person mitglied nutzer benutzer"),
    /** Years of somebody's life. */
    AGE("years year old age aged jahre jahr alt ans âge años edad anni");

    private static final Map<String, Sense> BY_WORD = byWord();

    private final String words;

    Sense(String words) {
        this.words = words;
    }

    static Optional<Sense> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Sense> byWord() {
        Map<String, Sense> senses = new HashMap<>();
        for (Sense sense : values()) {
            for (String word : sense.words.split(" ", -1)) {
                senses.putIfAbsent(word, sense);
            }
        }
        return Map.copyOf(senses);
    }
}
