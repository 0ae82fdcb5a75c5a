package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.TitleModel;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a title of what a model gave for one. */
final class TitleText {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\s\\x{200D}]]");
    private static final Pattern LABEL = Pattern.compile("(?iu)^(title|titel|titre|título|titolo)\\s*:\\s*");
    private static final Pattern FRAME = Pattern.compile("^[\\s\"'`*#_«»‹›„“”‚‘’]+|[\\s\"'`*#_«»‹›„“”‚‘’]+$");
    private static final Pattern FULL_STOP = Pattern.compile("(?<![.…])\\.$");
    private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}\\p{So}]");

    private TitleText() {}

    /** The first line that says something, without what models like to put around it; nothing when there is none. */
    static Optional<String> of(String given) {
        return given.lines()
                .map(TitleText::bare)
                .filter(line -> SOMETHING.matcher(line).find())
                .findFirst()
                .map(TitleText::shortened);
    }

    private static String bare(String line) {
        String visible = INVISIBLE.matcher(line).replaceAll("").replaceAll("(?U)\\s+", " ");
        String unframed = FRAME.matcher(visible).replaceAll("");
        String unlabelled =
                FRAME.matcher(LABEL.matcher(unframed).replaceFirst("")).replaceAll("");
        return FULL_STOP.matcher(unlabelled).replaceFirst("").strip();
    }

    private static String shortened(String title) {
        if (title.length() <= TitleModel.LONGEST_TITLE) {
            return title;
        }
        int most = TitleModel.LONGEST_TITLE - 1;
        int space = title.lastIndexOf(' ', most);
        return WholeCharacters.beginning(title, space > most / 2 ? space : most).strip() + "…";
    }
}
