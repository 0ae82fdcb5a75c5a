package ai.novacore.application.reflection;

import ai.novacore.application.model.port.out.FactExtractor.Candidate;
import ai.novacore.application.reflection.Grounding.Grounds;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is found has to come through here before it is remembered. Pure: the same candidates and turns, the same verdict. */
final class Gates {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;
    private static final int LONGEST_REPLY = 4_000;

    private static final Pattern INSTRUCTS = Pattern.compile(
            "(?iu)\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:previous|prior|"
                    + "above|all|earlier|instructions?|rules?|prompts?)\\b|\\bsystem prompt\\b|\\bfrom now on\\b|\\byou (?:must|are now|will now|shall|"
                    + "should always|have to)\\b|\\b(?:assistant|the ai|the model|chatbot|nova) (?:must|should|shall|has to|will|may now|is allowed)\\b"
                    + "|\\balways (?:answer|reply|respond|say|obey|comply|include|end|begin|start)\\b|\\bnever (?:refuse|mention|reveal|warn)\\b"
                    + "|\\b(?:reveal|print|output|leak)\\b.{0,30}\\b(?:prompt|secrets?|passwords?|instructions?|keys?|tokens?)\\b|\\bact as\\b|"
                    + "\\bdeveloper mode\\b|\\bjailbreak|\\b(?:ignoriere|missachte|vergiss)\\b.{0,40}\\b(?:anweisung\\w*|regeln?|alle\\w*|bisherige\\w*|"
                    + "vorherige\\w*)\\b|\\bab (?:jetzt|sofort)\\b|\\b(?:antworte|sage?) immer\\b|\\bdu (?:musst|bist jetzt|sollst)\\b|\\bignore[zr]?\\b"
                    + ".{0,40}\\binstructions\\b|\\bignora\\b.{0,40}\\binstrucciones\\b|</?\\w+>|<\\||\\|>|\\[/?inst\\]|!\\[[^\\]]*\\]\\(|https?://");

    private static final Pattern SMALL_TALK =
            Pattern.compile("(?iu)^\\W*(?:(?:the |my |a )?(?:member|user|speaker|person|human|i|he|she|they|"
                    + "der nutzer|das mitglied|ich)\\W+(?:has |have |hat |habe |is |was |am |just )?(?:ask\\w*|inquir\\w*|wonder\\w*|wants? to know|"
                    + "question\\w*|request\\w*|greet\\w*|thank\\w*|said (?:hello|hi|thanks|goodbye)|says? (?:hello|hi|thanks)|chatt?\\w*|talk\\w* to"
                    + "|is interested in knowing|frag\\w*|gefragt|dank\\w*|grüß\\w*|begrüß\\w*)\\b.*|(?:hi|hello|hey|hallo|moin|servus|bonjour|hola|ciao"
                    + "|good (?:morning|evening|day|night)|guten (?:morgen|tag|abend)|thanks?|thank you|danke\\w*|merci|gracias|bye|tschüss|ok|okay|"
                    + "yes|no|ja|nein|please|bitte|sure|great|cool|nice)\\b(?:\\W+\\p{L}+){0,3}\\W*)$");

    /** Said to the assistant about what they are at, and nothing about the member. */
    private static final Pattern AT_HAND = Pattern.compile(
            "(?iu).*\\b(?:you|your|yours|yourself|du|dich|dir|deine?[mnrs]?|tu|toi|vous|votre|usted)\\b.*"
                    + "|^(?:i|we|ich|wir)(?: have|['’]ve got| got| habe| haben)(?: also| just| still| noch| auch)? (?:an?|another|some|one more|one|two|several|"
                    + "(?:eine?n?|zwei|mehrere|noch eine?n?)) (?:\\p{L}+ )?(?:questions?|problems?|issues?|errors?|bugs?|exceptions?|requests?|ideas?|doubts?|"
                    + "favou?r|fragen?|probleme?|fehler|bitte|idee)\\b.*|.*\\b(?:first|second|third|last|other|next) (?:one|option|step|version|answer|line)s?\\b.*|^i have \\p{N}+ (?:seconds|minutes|hours)\\b.*|^(?:my|mein|meine) (?:code|test|script|program|build|query|function|question|problem|"
                    + "prompt|message|frage|skript|programm|problem)\\b.*");

    private static final Pattern SECRET = Pattern.compile(
            "(?iu).*(?:\\bpass ?(?:word|code|phrase|wort)|kennwort|\\bpin(?: ?code|-nummer)?\\b|contraseña|mot de"
                    + " passe|\\b(?:api|private|secret|access|recovery|license) (?:key|token|code)|\\bcvv\\b|\\biban\\b|(?:credit ?card|card|kreditkarten?-?|account|social"
                    + " security|passport) ?(?:number|nummer)|\\b\\p{N}{4}[ -]?\\p{N}{4}[ -]?\\p{N}{4}[ -]?\\p{N}{1,7}\\b|\\b(?:sk|ghp|xox[abp])[-_]\\w{8,}).*");

    /** Gone by tomorrow. */
    private static final Pattern PASSING =
            Pattern.compile("(?iu)tired|hungry|thirsty|fine|good|well|ok|okay|back|ready|sorry|glad|happy|sad|"
                    + "sure|curious|busy|here|there|done|bored|confused|lost|stuck|late|sick|excited|today|tonight|now|müde|hungrig|durstig|gut|zurück|"
                    + "bereit|froh|traurig|sicher|neugierig|beschäftigt|hier|fertig|gelangweilt|verwirrt|krank|heute|fatigué|content|prêt|désolé|bien|"
                    + "cansado|listo|feliz|triste|right|wrong|afraid|thinking|wondering|looking|asking|trying|feeling|feel|get|see|know|think|guess|mean"
                    + "|thank|thanks|need|help|bit|little|too|bisschen|danke|hilfe");

    /** What was let through: in whose words it is grounded. */
    record Passed(Candidate candidate, Claim claim, Grounds grounds) {}

    /** A candidate's way: it has passed, or this is why it has not. */
    record Verdict(Optional<Passed> passed, Outcome otherwise) {
        static Verdict dropped(Outcome why) {
            return new Verdict(Optional.empty(), why);
        }
    }

    private final Map<TurnId, Said> turns = new HashMap<>();
    private final List<TurnId> order = new ArrayList<>();
    private final List<Claim> recalled;

    /**
     * @param window the turns that the candidates are from
     * @param recalled the texts that were brought back into them from memory
     */
    Gates(List<Said> window, Collection<String> recalled) {
        for (Said turn : window) {
            turns.put(turn.id(), turn);
            order.add(turn.id());
        }
        this.recalled = recalled.stream().map(Claim::of).toList();
    }

    Verdict judge(Candidate candidate) {
        if (CleanText.hides(candidate.text())) {
            return Verdict.dropped(Outcome.INSTRUCTING);
        }
        String text = CleanText.of(candidate.text());
        if (isNoSentence(text)) {
            return Verdict.dropped(Outcome.TRIVIAL);
        }
        Claim claim = Claim.of(text);
        if (INSTRUCTS.matcher(claim.text()).find()) {
            return Verdict.dropped(Outcome.INSTRUCTING);
        }
        if (SECRET.matcher(text).matches()) {
            return Verdict.dropped(Outcome.SECRET);
        }
        if (isTrivial(claim)) {
            return Verdict.dropped(Outcome.TRIVIAL);
        }
        List<Said> cited = order.stream()
                .filter(candidate.turns()::contains)
                .map(turns::get)
                .filter(Objects::nonNull)
                .toList();
        Optional<Grounds> grounds = candidate.kind() == MemoryKind.REFLECTION
                ? Grounding.ofFact(claim, cited).or(() -> Grounding.ofReflection(claim, cited))
                : Grounding.ofFact(claim, cited);
        return grounds.map(found -> new Verdict(Optional.of(new Passed(candidate, claim, found)), Outcome.STORED))
                .orElseGet(() -> Verdict.dropped(isEcho(claim) ? Outcome.ECHOED : Outcome.UNGROUNDED));
    }

    private static boolean isNoSentence(String text) {
        int length = text.codePointCount(0, text.length());
        return length < SHORTEST || length > LONGEST;
    }

    private static boolean isTrivial(Claim claim) {
        return claim.text().endsWith("?")
                || SMALL_TALK.matcher(claim.text()).matches()
                || AT_HAND.matcher(claim.text()).matches()
                || claim.content().stream()
                        .allMatch(word -> word.sense().isPresent()
                                || PASSING.matcher(word.text()).matches());
    }

    /** Whether it was recalled, or said by the assistant, and not by the member. */
    private boolean isEcho(Claim claim) {
        return recalled.stream().anyMatch(text -> text.coversContentOf(claim))
                || turns.values().stream()
                        .map(turn -> Claim.of(turn.reply()
                                .substring(
                                        0, Math.min(LONGEST_REPLY, turn.reply().length()))))
                        .anyMatch(reply -> reply.coversContentOf(claim));
    }
}
