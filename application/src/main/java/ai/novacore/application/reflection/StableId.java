package ai.novacore.application.reflection;

import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Ids that come out the same when the same is found again, so that nothing is stored twice after a crash. In the form of
 * the other ids: 48 bits of time, then 80 bits, here of a hash instead of chance.
 */
final class StableId {
    private static final int TIME = 10;
    private static final int REST = 16;

    private StableId() {}

    static MemoryId of(ConversationId conversation, TurnId lastTurn, String text, Instant at) {
        String what = conversation.value() + '\n' + lastTurn.value() + '\n' + text;
        byte[] hash = Arrays.copyOf(sha256(what.getBytes(StandardCharsets.UTF_8)), 10);
        return new MemoryId(
                "mem_" + digits(BigInteger.valueOf(at.toEpochMilli()), TIME) + digits(new BigInteger(1, hash), REST));
    }

    private static String digits(BigInteger number, int width) {
        String digits = number.toString(32);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
