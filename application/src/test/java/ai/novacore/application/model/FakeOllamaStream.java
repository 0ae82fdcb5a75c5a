package ai.novacore.application.model;

import ai.novacore.application.model.FakeOllamaReply.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** One streamed answer. */
final class FakeOllamaStream {
    private final FakeOllama.Asked request;
    private final OutputStream out;
    private int tokens;
    private boolean capped;
    private boolean done;

    FakeOllamaStream(FakeOllama.Asked request, OutputStream out) {
        this.request = request;
        this.out = out;
    }

    /** Whether the last line was on its way. */
    boolean isDone() {
        return done;
    }

    void play(List<Step> steps) throws IOException, InterruptedException {
        long cap = request.body().path("options").path("num_predict").asLong(Long.MAX_VALUE);
        out.write(FakeOllama.ascii(String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Content-Type: application/x-ndjson",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "")));
        for (Step step : steps) {
            switch (step) {
                case Step.Token(String text) -> {
                    if (tokens < cap) {
                        tokens++;
                        chunk(line(text));
                    } else {
                        capped = true;
                    }
                }
                case Step.Packets(List<String> texts, int packets) -> {
                    tokens += texts.size();
                    cut(lines(texts), packets);
                }
                case Step.Thinking(String text) -> {
                    tokens++;
                    chunk(line("thinking", text));
                }
                case Step.Flood(long characters) -> flood(characters);
                case Step.Raw(ByteBuffer bytes) -> {
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.duplicate().get(copy);
                    chunk(copy);
                }
                case Step.Hold(var latch) -> {
                    if (!latch.await(60, TimeUnit.SECONDS)) {
                        throw new IOException("nobody opened the latch");
                    }
                }
                case Step.Pause(var time) -> Thread.sleep(time);
                case Step.Done(int inputTokens) -> {
                    done = true;
                    chunk(last(inputTokens));
                }
                case Step.Cut() -> {
                    return;
                }
                case Step.NoAnswer _ -> throw new IllegalStateException("a status went out already");
                case Step.Status status -> throw new IllegalStateException("a status can only come first");
            }
        }
        out.write(FakeOllama.ascii("0\r\n\r\n"));
    }

    private byte[] last(int inputTokens) {
        ObjectNode last = FakeOllama.JSON.createObjectNode();
        last.put("model", request.body().path("model").asString(""));
        last.putObject("message").put("role", "assistant").put("content", "");
        last.put("done", true).put("done_reason", capped ? "length" : "stop");
        last.put("prompt_eval_count", inputTokens).put("eval_count", tokens);
        return line(last);
    }

    private void flood(long characters) throws IOException {
        byte[] thousand = line("x".repeat(1_000));
        for (long sent = 0; sent < characters; sent += 1_000) {
            tokens++;
            chunk(thousand);
        }
    }

    private byte[] lines(List<String> texts) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        texts.forEach(text -> lines.writeBytes(line(text)));
        return lines.toByteArray();
    }

    private void cut(byte[] bytes, int packets) throws IOException {
        for (int i = 0; i < packets; i++) {
            chunk(Arrays.copyOfRange(bytes, bytes.length * i / packets, bytes.length * (i + 1) / packets));
            out.flush();
        }
    }

    private byte[] line(String text) {
        return line("content", text);
    }

    private byte[] line(String field, String text) {
        ObjectNode line = FakeOllama.JSON.createObjectNode();
        line.put("model", request.body().path("model").asString(""));
        line.putObject("message").put("role", "assistant").put("content", "").put(field, text);
        return line(line.put("done", false));
    }

    private static byte[] line(ObjectNode line) {
        return (FakeOllama.JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void chunk(byte[] bytes) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(FakeOllama.ascii(Integer.toHexString(bytes.length) + "\r\n"));
        chunk.writeBytes(bytes);
        chunk.writeBytes(FakeOllama.ascii("\r\n"));
        out.write(chunk.toByteArray());
    }
}
