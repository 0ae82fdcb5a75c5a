package ai.novacore.application.conversation.port.out;

import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** The keys by which clients tell that a question is the one they have asked before. Of each person by themselves. */
public interface IdempotencyKeys {

    /**
     * What a key stands for.
     *
     * @param fingerprint of the question
     */
    record Use(String fingerprint, TurnId turn) {}

    Optional<Use> find(UserId user, String key);

    /**
     * Takes a key, with the transaction that begins the turn. While another transaction is taking the same key, it waits
     * for its end.
     *
     * @return what the key stands for already; empty when it was free and now stands for {@code use}
     */
    Optional<Use> claim(UserId user, String key, Use use, Instant at);

    /** Frees the keys that were taken before. */
    void forgetBefore(Instant moment);

    /** Frees all keys of a person. */
    void removeAll(UserId user);
}
