package ai.novacore.bootstrap.health;

import org.jspecify.annotations.Nullable;

/**
 * How a part is.
 *
 * @param detail what an operator can do about it, or a number or two; null when there is nothing to say. Open to strangers
 */
record Finding(boolean up, @Nullable String detail) {
    static final Finding UP = new Finding(true, null);

    static Finding up(String detail) {
        return new Finding(true, detail);
    }

    static Finding down(String detail) {
        return new Finding(false, detail);
    }
}
