package ai.novacore.application.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What {@link FakeOllama} does on one request to {@code /api/chat}: steps that it takes one after the other. Immutable;
 * each method gives a reply with one step more.
 */
public final class FakeOllamaReply {

    sealed interface Step {
        /** A token of the answer; the ones beyond {@code num_predict} are left out. */
        record Token(String text) implements Step {}

        /** Tokens whose lines are taken together and cut into so many packets, whatever {@code num_predict} says. */
        record Packets(List<String> tokens, int packets) implements Step {
            public Packets {
                tokens = List.copyOf(tokens);
            }
        }

        /** A token of what the model thinks. */
        record Thinking(String text) implements Step {}

        /** So many characters, a thousand a token, whatever {@code num_predict} says. */
        record Flood(long characters) implements Step {}

        /** Bytes as they are, in a chunk of their own. */
        record Raw(ByteBuffer bytes) implements Step {}

        /** Says nothing until the latch opens or the other side hangs up. */
        record Hold(CountDownLatch latch) implements Step {}

        /** Takes its time. */
        record Pause(Duration time) implements Step {}

        /** The last line, with counts. */
        record Done(int inputTokens) implements Step {}

        /** Breaks the connection without an end. */
        record Cut() implements Step {}

        /** Breaks the connection without as much as a status; only as the first step. */
        record NoAnswer() implements Step {}

        /** Answers with this status instead of a stream; only as the first step. */
        record Status(int code, String header, String body) implements Step {}
    }

    private final List<Step> steps;

    private FakeOllamaReply(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** A stream that ends, without an error, when its steps are taken: add {@link #done()} for a whole answer. */
    public static FakeOllamaReply stream() {
        return new FakeOllamaReply(List.of());
    }

    /** A whole answer, a token for each word. */
    public static FakeOllamaReply answer(String text) {
        return stream().words(text).done();
    }

    /** A refusal. */
    public static FakeOllamaReply status(int code) {
        return stream().then(new Step.Status(code, "", "{\"error\":\"refused by the fake\"}"));
    }

    /** A refusal that says why. */
    public static FakeOllamaReply status(int code, String error) {
        return stream().then(new Step.Status(code, "", "{\"error\":\"" + error + "\"}"));
    }

    /** The connection breaks before there is a status. */
    public static FakeOllamaReply noAnswer() {
        return stream().then(new Step.NoAnswer());
    }

    /** A redirect to another address. */
    public static FakeOllamaReply redirect(String location) {
        return stream().then(new Step.Status(307, "Location: " + location, ""));
    }

    public FakeOllamaReply token(String text) {
        return then(new Step.Token(text));
    }

    /** A token for each word, with the space before it. */
    public FakeOllamaReply words(String text) {
        FakeOllamaReply reply = this;
        String space = "";
        for (String word : text.split(" ", -1)) {
            reply = reply.token(space + word);
            space = " ";
        }
        return reply;
    }

    /** All these tokens in one packet. */
    public FakeOllamaReply together(String... tokens) {
        return then(new Step.Packets(List.of(tokens), 1));
    }

    /** One token in so many packets. */
    public FakeOllamaReply inPackets(int packets, String token) {
        return then(new Step.Packets(List.of(token), packets));
    }

    /** What the model thinks and Ollama tells apart. */
    public FakeOllamaReply thinking(String text) {
        return then(new Step.Thinking(text));
    }

    /** A model that does not stop at its cap. */
    public FakeOllamaReply flood(long characters) {
        return then(new Step.Flood(characters));
    }

    /** A token with a byte between {@code before} and {@code after} that is no UTF-8. */
    public FakeOllamaReply notUtf8(String before, String after) {
        byte[] line = ("{\"message\":{\"role\":\"assistant\",\"content\":\"" + before + "?" + after
                        + "\"},\"done\":false}\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        line[new String(line, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xC3;
        return raw(line);
    }

    public FakeOllamaReply hold(CountDownLatch latch) {
        return then(new Step.Hold(latch));
    }

    /** A token for each word, with the space before it, each after so much time. */
    public FakeOllamaReply slowly(Duration pace, String text) {
        FakeOllamaReply reply = this;
        String space = "";
        for (String word : text.split(" ", -1)) {
            reply = reply.then(new Step.Pause(pace)).token(space + word);
            space = " ";
        }
        return reply;
    }

    /** Bytes that need not be whole lines, in a chunk of their own. */
    public FakeOllamaReply raw(String bytes) {
        return raw(bytes.getBytes(StandardCharsets.UTF_8));
    }

    public FakeOllamaReply raw(byte[] bytes) {
        return then(new Step.Raw(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer()));
    }

    /** The line by which Ollama reports a failure in the middle of an answer. */
    public FakeOllamaReply error() {
        return raw("{\"error\":\"the fake ran out of memory\"}\n");
    }

    public FakeOllamaReply cut() {
        return then(new Step.Cut());
    }

    public FakeOllamaReply done() {
        return done(26);
    }

    public FakeOllamaReply done(int inputTokens) {
        return then(new Step.Done(inputTokens));
    }

    List<Step> steps() {
        return steps;
    }

    private FakeOllamaReply then(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new FakeOllamaReply(more);
    }
}
