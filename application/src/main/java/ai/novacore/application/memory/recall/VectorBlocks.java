package ai.novacore.application.memory.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The vectors of one embedding model, {@value #WIDTH} memories a block. In a block the first numbers of all memories
 * stand side by side, then the second ones and so on: so the loop over memories is one that the JVM's compiler turns into
 * SIMD instructions by itself, which it must not do with a sum over one vector, as the order of float additions counts.
 */
final class VectorBlocks {
    private static final int WIDTH = 64;

    private final int dimensions;
    private final List<float[]> blocks = new ArrayList<>();
    private final BitSet present = new BitSet();

    VectorBlocks(int dimensions) {
        this.dimensions = dimensions;
    }

    int dimensions() {
        return dimensions;
    }

    boolean has(int slot) {
        return present.get(slot);
    }

    void put(int slot, float[] vector) {
        while (blocks.size() <= slot / WIDTH) {
            blocks.add(new float[0]);
        }
        float[] block = blocks.get(slot / WIDTH);
        if (block.length == 0) {
            block = new float[dimensions * WIDTH];
            blocks.set(slot / WIDTH, block);
        }
        for (int d = 0, at = slot % WIDTH; d < dimensions; d++, at += WIDTH) {
            block[at] = vector[d];
        }
        present.set(slot);
    }

    void remove(int slot) {
        present.clear(slot);
    }

    /** The vector in a slot that has one. */
    float[] get(int slot) {
        float[] block = blocks.get(slot / WIDTH);
        float[] vector = new float[dimensions];
        for (int d = 0, at = slot % WIDTH; d < dimensions; d++, at += WIDTH) {
            vector[d] = block[at];
        }
        return vector;
    }

    /** How close each slot is to a question; 0 where there is no vector. */
    float[] cosines(float[] question, int slots) {
        float[] cosines = new float[slots];
        float[] sums = new float[WIDTH];
        for (int b = 0; b < blocks.size() && b * WIDTH < slots; b++) {
            float[] block = blocks.get(b);
            if (block.length > 0) {
                multiply(question, block, sums);
                System.arraycopy(sums, 0, cosines, b * WIDTH, Math.min(WIDTH, slots - b * WIDTH));
            }
        }
        for (int slot = present.nextClearBit(0); slot < slots; slot = present.nextClearBit(slot + 1)) {
            cosines[slot] = 0;
        }
        return cosines;
    }

    private static void multiply(float[] question, float[] block, float[] sums) {
        Arrays.fill(sums, 0);
        for (int d = 0; d < question.length; d++) {
            float factor = question[d];
            int from = d * WIDTH;
            for (int i = 0; i < WIDTH; i++) {
                sums[i] += factor * block[from + i];
            }
        }
    }
}
