package ai.novacore.bench;

import ai.novacore.application.memory.Embedding;
import ai.novacore.application.model.port.out.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What others do: Lucene's BM25 with its English analyzer, embeddings, and both fused by their ranks. */
final class Baselines implements AutoCloseable {
    private static final int FUSED = 200;
    private static final int K = 60;

    private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Embedder embedder;
    private final List<String> ids;
    private final List<float[]> vectors;
    private final DirectoryReader reader;

    Baselines(List<Dialogue.Turn> turns, Embedder embedder) {
        this.embedder = embedder;
        ids = turns.stream().map(Dialogue.Turn::id).toList();
        vectors = embedder.embed(turns.stream().map(Dialogue.Turn::content).toList());
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Dialogue.Turn turn : turns) {
                Document document = new Document();
                document.add(new StringField("id", turn.id(), Store.YES));
                document.add(new TextField("text", turn.content(), Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> byWords(String question) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words(question)) {
                query.add(new TermQuery(new Term("text", word)), Occur.SHOULD);
            }
            List<String> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), FUSED).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get("id"));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> words(String question) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream("text", question)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        }
        return words;
    }

    List<String> byMeaning(String question) {
        float[] asked = embedder.embed(List.of(question)).getFirst();
        double[] cosines = vectors.stream()
                .mapToDouble(vector -> Embedding.cosine(asked, vector))
                .toArray();
        return IntStream.range(0, cosines.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -cosines[i]))
                .limit(FUSED)
                .map(ids::get)
                .toList();
    }

    /** Reciprocal rank fusion with k = 60. */
    List<String> fused(String question) {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> found : List.of(byWords(question), byMeaning(question))) {
            for (int i = 0; i < found.size(); i++) {
                scores.merge(found.get(i), 1.0 / (K + 1 + i), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        analyzer.close();
    }
}
