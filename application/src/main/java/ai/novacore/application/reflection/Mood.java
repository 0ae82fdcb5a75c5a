package ai.novacore.application.reflection;

import java.util.regex.Pattern;

/**
 * How something is said: whether it is denied, over, or only meant to be. What is said in one mood proves nothing that is
 * said in another.
 */
record Mood(boolean denied, boolean over, boolean meant) {
    private static final Pattern DENIED =
            any("not|cannot|no longer|no|never|none|\\w+n['’]t|anymore|any more|nicht|kein|"
                    + "keine[mnrs]?|nie|niemals|ne|pas|jamais|nunca|jamás|non|hardly|kaum|without|ohne|sans|sin");

    private static final Pattern OVER =
            any("used to|formerly|former|früher\\w*|ehemal\\w*|damals|autrefois|avant|antes|ex|"
                    + "previously|in the past|back then|was|were|war|waren|étais|était|era");

    private static final Pattern MEANT =
            any("plan|plans|planning|going to|gonna|intend|want|wants|wanted|hope|hopes|will|'ll|"
                    + "shall|dream|dreams|dreaming|thinking about|thinking of|considering|möchte|will|wollen|hoffe|werde|werden|"
                    + "wird|vorhabe|plane|träume|überlege|veux|vais|espère|quiero|voy a|espero|voglio|vorrei|next|someday|"
                    + "would|würde|wünsche|wish|need|needs|should|muss|soll|sollte|must|try|trying|versuche");

    /** Before something that is said after all: "No, I live in Bonn". */
    private static final Pattern ANSWER =
            Pattern.compile("(?iu)^\\W*(no|nope|nein|nee|non|yes|ja|oui|sí|si)\\b\\s*[,.!:–-]\\s*");

    static Mood of(String clause) {
        String said = ANSWER.matcher(clause).replaceFirst("");
        return new Mood(
                DENIED.matcher(said).find(),
                OVER.matcher(said).find(),
                MEANT.matcher(said).find());
    }

    private static Pattern any(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(" + words + ")(?![\\p{L}\\p{N}])");
    }
}
