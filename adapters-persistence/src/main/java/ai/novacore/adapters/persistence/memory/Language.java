package ai.novacore.adapters.persistence.memory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** A language whose inflections are known, by Snowball's stemmers and lists of stop words. */
final class Language {
    static final List<Language> ALL = List.of(
            new Language(UnicodeScript.LATIN, EnglishStemmer::new, snowball("english")),
            new Language(UnicodeScript.LATIN, GermanStemmer::new, snowball("german")),
            new Language(UnicodeScript.LATIN, FrenchStemmer::new, snowball("french")),
            new Language(UnicodeScript.LATIN, SpanishStemmer::new, snowball("spanish")),
            new Language(UnicodeScript.LATIN, ItalianStemmer::new, snowball("italian")),
            new Language(UnicodeScript.LATIN, PortugueseStemmer::new, snowball("portuguese")),
            new Language(UnicodeScript.LATIN, DutchStemmer::new, snowball("dutch")),
            new Language(UnicodeScript.LATIN, SwedishStemmer::new, snowball("swedish")),
            new Language(UnicodeScript.LATIN, DanishStemmer::new, snowball("danish")),
            new Language(UnicodeScript.LATIN, NorwegianStemmer::new, snowball("norwegian")),
            new Language(UnicodeScript.LATIN, FinnishStemmer::new, snowball("finnish")),
            new Language(UnicodeScript.LATIN, HungarianStemmer::new, snowball("hungarian")),
            new Language(UnicodeScript.LATIN, RomanianStemmer::new, RomanianAnalyzer.getDefaultStopSet()),
            new Language(UnicodeScript.LATIN, TurkishStemmer::new, TurkishAnalyzer.getDefaultStopSet()),
            new Language(UnicodeScript.CYRILLIC, RussianStemmer::new, snowball("russian")),
            new Language(UnicodeScript.GREEK, GreekStemmer::new, GreekAnalyzer.getDefaultStopSet()),
            new Language(UnicodeScript.ARABIC, ArabicStemmer::new, ArabicAnalyzer.getDefaultStopSet()),
            new Language(UnicodeScript.DEVANAGARI, HindiStemmer::new, HindiAnalyzer.getDefaultStopSet()));

    private final UnicodeScript script;
    private final Supplier<SnowballStemmer> stemmer;
    private final Set<String> stopWords;

    private Language(UnicodeScript script, Supplier<SnowballStemmer> stemmer, CharArraySet stopWords) {
        this.script = script;
        this.stemmer = stemmer;
        Set<String> words = new HashSet<>();
        stopWords.forEach(word -> words.add(new String((char[]) word)));
        this.stopWords = Set.copyOf(words);
    }

    private static CharArraySet snowball(String name) {
        String file = name + "_stop.txt";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a word, in lower case, means nothing by itself. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** Whether it is written in the letters of this word. */
    boolean writes(String word) {
        return UnicodeScript.of(word.codePointAt(0)) == script;
    }

    /** For one thread. */
    SnowballStemmer stemmer() {
        return stemmer.get();
    }
}
