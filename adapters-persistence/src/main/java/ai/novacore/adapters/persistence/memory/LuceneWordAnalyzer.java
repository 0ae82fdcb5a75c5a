package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.WordAnalyzer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;

/**
 * Takes texts apart by Unicode's rules for words; Chinese, Japanese and Korean into single characters and pairs. A word is
 * found as it is written, with and without accents, and by its stem.
 *
 * <p>A memory's stems are those of its language, which its stop words tell. Where they tell nothing, as in a few words
 * without any, the stems of all languages stand for it, and the beginning of a long word for languages whose inflections
 * are not known. A question is stemmed by all languages: a person asks in one what was said in another.
 *
 * @see <a href="https://snowballstem.org">Snowball</a>
 * @see <a href="https://doi.org/10.1023/B:INRT.0000009441.78971.be">McNamee, Mayfield: Character N-Gram Tokenization for
 *     European Language Text Retrieval (2004), which shows that beginnings of words do nearly as well as stems</a>
 */
public final class LuceneWordAnalyzer implements WordAnalyzer {
    /** Of a longer text only this beginning is found by its words; memories are shorter. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int LONG_WORD = 6;
    private static final int BEGINNING = 5;
    private static final int LONGEST_ELISION = 2;

    /** What eighteen stemmers make of a word; people say the same ones over and over. */
    private final Cache<String, Set<String>> inAllLanguages =
            Caffeine.newBuilder().maximumSize(20_000).build();

    @Override
    public List<Set<String>> remembered(String text) {
        List<String> tokens = tokens(text);
        List<Language> languages = languages(tokens);
        return words(tokens, languages, languages.isEmpty() ? Language.ALL : languages, languages.isEmpty());
    }

    @Override
    public List<Set<String>> asked(String question) {
        List<String> tokens = tokens(question);
        return words(tokens, languages(tokens), Language.ALL, true);
    }

    private List<Set<String>> words(
            List<String> tokens, List<Language> spoken, List<Language> stemmed, boolean beginnings) {
        List<Stemming> stemmers = stemmed.stream()
                .map(language -> new Stemming(language, language.stemmer()))
                .toList();
        return tokens.stream()
                .filter(token -> spoken.stream().noneMatch(language -> language.isStopWord(token)))
                .map(token -> beginnings
                        ? inAllLanguages.get(token, word -> forms(word, stemmers, true))
                        : forms(token, stemmers, false))
                .toList();
    }

    private record Stemming(Language language, SnowballStemmer stemmer) {
        String stem(String word) {
            stemmer.setCurrent(word);
            stemmer.stem();
            return stemmer.getCurrent();
        }
    }

    private static Set<String> forms(String token, List<Stemming> stemmers, boolean beginning) {
        Set<String> forms = new TreeSet<>();
        String plain = plain(token);
        forms.add(plain);
        for (Stemming stemming : stemmers) {
            if (stemming.language().writes(token)) {
                String stem = plain(stemming.stem(token));
                forms.add(stem.isEmpty() ? plain : stem);
            }
        }
        if (beginning && plain.length() >= LONG_WORD) {
            forms.add(plain.substring(0, BEGINNING) + "*");
        }
        return forms;
    }

    /** Those whose stop words are the most; all of several that are even, none where there are no stop words. */
    private static List<Language> languages(List<String> tokens) {
        List<Language> best = new ArrayList<>();
        long most = 1;
        for (Language language : Language.ALL) {
            long stopWords = tokens.stream().filter(language::isStopWord).count();
            if (stopWords > most) {
                best.clear();
            }
            if (stopWords >= most) {
                best.add(language);
                most = stopWords;
            }
        }
        return best;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = stream(text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(withoutElision(term.toString()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static TokenStream stream(String text) {
        Tokenizer tokenizer = new StandardTokenizer();
        String beginning = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        tokenizer.setReader(new StringReader(Normalizer.normalize(beginning, Normalizer.Form.NFKC)));
        return new CJKBigramFilter(
                new LowerCaseFilter(tokenizer),
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                true);
    }

    /** "l'été" is "été", "Mira's" is "mira"; "don't" stays what it is. */
    private static String withoutElision(String token) {
        String straight = token.replace('’', '\'');
        int apostrophe = straight.indexOf('\'');
        if (apostrophe <= 0 || apostrophe == straight.length() - 1) {
            return straight;
        }
        if (straight.endsWith("'s") && apostrophe == straight.length() - 2) {
            return straight.substring(0, apostrophe);
        }
        boolean elision = apostrophe <= LONGEST_ELISION && straight.length() - apostrophe > LONGEST_ELISION;
        return elision ? straight.substring(apostrophe + 1) : straight;
    }

    /** Without accents on Latin letters. */
    private static String plain(String word) {
        char[] input = word.toCharArray();
        char[] folded = new char[4 * input.length];
        int length = ASCIIFoldingFilter.foldToASCII(input, 0, folded, 0, input.length);
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }
}
