package ai.novacore.application.memory.recall;

import java.util.Arrays;

/**
 * The vectors of one embedding model, in whole numbers of 1/{@value #ONE}. A sum of whole numbers may be made in any order,
 * so the JVM's compiler makes SIMD instructions of it by itself, which it must not do with floats; a scan takes a third of
 * the time. No sum overflows: of vectors of length 1, none of its parts is above 1 (Cauchy, Schwarz).
 */
final class Vectors {
    /** What stands for a cosine where there is no vector. */
    static final float ABSENT = -2;

    private static final int ONE = 1 << 15;
    private static final float ONE_SQUARED = (float) ONE * ONE;

    private static final int[] NONE = {};

    private final int dimensions;
    private int[][] rows = {};

    Vectors(int dimensions) {
        this.dimensions = dimensions;
    }

    int dimensions() {
        return dimensions;
    }

    void put(int slot, float[] vector) {
        if (slot >= rows.length) {
            int known = rows.length;
            rows = Arrays.copyOf(rows, Math.max(slot + 1, known * 2));
            Arrays.fill(rows, known, rows.length, NONE);
        }
        rows[slot] = whole(vector);
    }

    private static int[] whole(float[] vector) {
        int[] whole = new int[vector.length];
        for (int d = 0; d < whole.length; d++) {
            whole[d] = Math.round(vector[d] * ONE);
        }
        return whole;
    }

    void remove(int slot) {
        if (slot < rows.length) {
            rows[slot] = NONE;
        }
    }

    /** How close each slot is to a question; {@link #ABSENT} where there is no vector. */
    float[] cosines(float[] question, int slots) {
        float[] cosines = new float[slots];
        int[] asked = whole(question);
        for (int slot = 0; slot < slots; slot++) {
            cosines[slot] = cosine(asked, row(slot));
        }
        return cosines;
    }

    /** How close two slots are to each other; {@link #ABSENT} where one has no vector. */
    float cosine(int one, int other) {
        return cosine(row(one), row(other));
    }

    private int[] row(int slot) {
        return slot < rows.length ? rows[slot] : NONE;
    }

    private float cosine(int[] one, int[] other) {
        return one.length != dimensions || other.length != dimensions ? ABSENT : product(one, other) / ONE_SQUARED;
    }

    private static int product(int[] one, int[] other) {
        int sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
