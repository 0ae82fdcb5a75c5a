package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a status other than 200 means. What Ollama says with it may quote the prompt, so it stays in Ollama's log. */
final class OllamaRefusal {
    /** Those that may be gone at the next try. */
    private static final Set<Integer> PASSING = Set.of(500, 502, 503, 504);

    /** Ollama has no code for a prompt that is too long, only words, which changed over time. */
    private static final Pattern TOO_LONG = Pattern.compile(
            "context.*(length|size|window|exceed|long|limit)|(length|exceed|too long).*context|(prompt|input).*too long",
            Pattern.DOTALL);

    private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

    private OllamaRefusal() {}

    static boolean mayPass(int status) {
        return PASSING.contains(status);
    }

    static ModelFailure of(int status, String model, byte[] body) {
        if (status == 404) {
            return notInstalled(model);
        }
        if (status == 400 && saysTooLong(body)) {
            return new ModelFailure(Kind.TOO_LONG, "the prompt is longer than the model reads at once");
        }
        if (status == 503) {
            return new ModelFailure(Kind.UNAVAILABLE, "Ollama has too much to do (status 503)");
        }
        if (status >= 300 && status < 400) {
            return new ModelFailure(Kind.FAILED, "Ollama's address redirects elsewhere, which is not followed");
        }
        return new ModelFailure(Kind.FAILED, "Ollama refused with status " + status + "; its log says why");
    }

    /** Says how to get a model that is not there. */
    static ModelFailure notInstalled(String model) {
        return new ModelFailure(
                Kind.NOT_FOUND, "Ollama does not have the model; to install it: " + commandToInstall(model));
    }

    /** For a shell; a name that is none is not repeated. */
    static String commandToInstall(String model) {
        return "ollama pull " + (MODEL_NAME.matcher(model).matches() ? model : "<model>");
    }

    private static boolean saysTooLong(byte[] body) {
        String said = new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return TOO_LONG.matcher(said).find();
    }
}
