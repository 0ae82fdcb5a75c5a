package ai.novacore.adapters.persistence.memory;

import java.nio.ByteBuffer;

/** A vector as bytes: 32-bit floats in big-endian order, one after the other. */
final class VectorColumn {
    private VectorColumn() {}

    static byte[] toBytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(size(vector));
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] fromBytes(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    /** How many bytes a vector takes. */
    static int size(float[] vector) {
        return vector.length * Float.BYTES;
    }
}
