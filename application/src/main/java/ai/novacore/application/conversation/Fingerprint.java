package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two questions are the same, without keeping what they say. */
final class Fingerprint {
    private Fingerprint() {}

    /** The SHA-256 of everything that was asked for. */
    static String of(Question question) {
        MessageDigest digest = sha256();
        List<String> fields = new ArrayList<>(List.of(
                question.message(),
                question.conversation() == null ? "" : question.conversation().value(),
                question.model() == null ? "" : question.model(),
                Boolean.toString(question.useMemory()),
                Boolean.toString(question.keepGoing())));
        // Only when there is one, so that keys from before there was such a field are known again.
        if (question.replaces() != null) {
            fields.add(question.replaces().value());
        }
        for (String field : fields) {
            digest.update(field.getBytes(StandardCharsets.UTF_8));
            // In no UTF-8, so that no text can seem to end where another begins.
            digest.update((byte) 0xFF);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
