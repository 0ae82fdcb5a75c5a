package ai.novacore.application.conversation;

import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text may be, estimated on the high side: one for every three bytes of UTF-8. English runs at about
 * four bytes a token in the models of today, most other writing at three; what turns out to be unused is given back when
 * the model has counted.
 */
final class TokenEstimate {
    private static final int BYTES_A_TOKEN = 3;

    private TokenEstimate() {}

    static long of(String text) {
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return (bytes + BYTES_A_TOKEN - 1) / BYTES_A_TOKEN;
    }
}
