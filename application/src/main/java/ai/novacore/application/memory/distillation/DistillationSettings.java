package ai.novacore.application.memory.distillation;

import java.time.Duration;

/**
 * Where the lines are drawn.
 *
 * @param recencyHalfLife after how long without a recall the recency of a memory is halved
 * @param toItm the score, 0 to 1, from which a memory leaves the short term
 * @param toLtm the score from which a memory that has proved itself is kept for the long term
 * @param provenUses how many recalls or further messages prove a memory
 * @param provenAfter the age at which one is enough
 * @param stmLifetime when a memory of the short term expires
 * @param itmLifetime when a memory expires that was of no use since
 * @param unimportantBelow the importance from which on it does not
 * @param sameMeaning how close, as a cosine, memories with the same words have to be to be one
 * @param batch how many commands make one transaction
 */
public record DistillationSettings(
        Duration recencyHalfLife,
        double toItm,
        double toLtm,
        int provenUses,
        Duration provenAfter,
        Duration stmLifetime,
        Duration itmLifetime,
        double unimportantBelow,
        double sameMeaning,
        int batch) {

    public DistillationSettings {
        if (!recencyHalfLife.isPositive() || batch < 1) {
            throw new IllegalArgumentException("a half-life and a batch are more than nothing");
        }
    }
}
