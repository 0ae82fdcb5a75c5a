package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings by all-MiniLM-L6-v2 (quantised) in this process: 384 dimensions, a few milliseconds a text, best at
 * English. The model is loaded by the first call.
 *
 * <p>The work is done on at most as many threads as there are cores. They are platform threads, because native code
 * would hold on to the carriers of virtual threads; idle ones end after a minute. A caller waits for his turn and his
 * text for a limited time, then gets {@code TIMEOUT}. One call works on one text at a time, so that a large batch does
 * not keep others out.
 */
public final class MiniLmEmbedder implements Embedder {
    private static final int DIMENSIONS = 384;

    /** The model reads 512 tokens at a time; of a longer text only this beginning counts. */
    private static final int LONGEST_TEXT = 2_000;

    /** What the model cannot read anything in is read as this. */
    private static final String FOR_BLANK = ".";

    private final Duration wait;
    private final ThreadPoolExecutor threads;
    private volatile @Nullable MiniLm model;

    public MiniLmEmbedder() {
        this(Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(30));
    }

    /**
     * @param parallel how many texts are worked on at the same time
     * @param wait how long one text may take, with its time in the queue and, at first, the loading
     */
    public MiniLmEmbedder(int parallel, Duration wait) {
        this.wait = wait;
        threads = new ThreadPoolExecutor(
                parallel,
                parallel,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("embedding-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            vectors.add(inTurn(text));
        }
        return vectors;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String model() {
        return "all-minilm-l6-v2-q";
    }

    private float[] inTurn(String text) {
        FutureTask<float[]> task = new FutureTask<>(() -> vector(text));
        threads.execute(task);
        try {
            return task.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ModelFailure(Kind.TIMEOUT, "no embedding within " + wait, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.FAILED, "the wait for an embedding was interrupted", e);
        } catch (ExecutionException e) {
            throw new ModelFailure(Kind.FAILED, "the embedding model in this process failed", e);
        } finally {
            // Only waiting tasks go; one that runs is let finish, since native code cannot be stopped.
            threads.remove(task);
        }
    }

    private float[] vector(String text) throws IOException, OrtException {
        MiniLm loaded = loaded();
        String readable = beginning(text);
        float[] vector;
        try {
            vector = loaded.embed(readable.isBlank() ? FOR_BLANK : readable)
                    .content()
                    .vector();
        } catch (IllegalArgumentException e) {
            // No token in it: control or zero-width characters only.
            vector = loaded.embed(FOR_BLANK).content().vector();
        }
        return UnitVectors.toLengthOne(vector.clone());
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean cutsACharacter = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, cutsACharacter ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    private MiniLm loaded() throws IOException, OrtException {
        MiniLm loaded = model;
        if (loaded == null) {
            synchronized (this) {
                loaded = model;
                if (loaded == null) {
                    loaded = new MiniLm();
                    model = loaded;
                }
            }
        }
        return loaded;
    }
}
