package ai.novacore.domain.shared;

/** A value object that wraps one string and is stored and shown as that string. */
public interface SingleValue {
    String value();
}
