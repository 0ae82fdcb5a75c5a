package ai.novacore.bootstrap.demo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guided tour against a product that runs: an account, a fact, a question about it, what it cost, a higher
 * tier, what was written.
 */
public final class Demo {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            Shows a running NovaCoreAI at work.

              ./nova demo [--url URL]    the product to talk to (default http://localhost:8080)

            It registers a person with an address at example.org, tells the assistant a fact, asks
            about it in a new conversation, and shows the memories that were used, the quota before
            and after, a higher tier bought with a test card, and the events that were written. The
            account stays.

            Exit code: 0 when all of it worked, 1 when something did not, 2 for arguments like these.
            NO_COLOR=1 switches colours off.
            """;

    private Demo() {}

    public static void main(String[] args) {
        // In UTF-8 whatever the locale says, because models answer in any language.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = start(args, out);
        out.flush();
        System.exit(code);
    }

    /**
     * Takes the tour and tells about it as it goes, without colours.
     *
     * @return 0 when all of it worked, including that the second answer used a memory; otherwise 1
     */
    public static int run(URI product, PrintStream out) {
        return run(product, new Terminal(out, false));
    }

    static int start(String[] args, PrintStream out) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            out.print(USAGE);
            return 0;
        }
        URI product = address(args);
        if (product == null) {
            out.print(USAGE);
            return MISUSED;
        }
        return run(product, new Terminal(out, colourIsWelcome()));
    }

    private static int run(URI product, Terminal terminal) {
        try (DemoClient client = new DemoClient(product)) {
            new Story(client, terminal).tell();
            return 0;
        } catch (DemoFailure failure) {
            terminal.failure(failure.what(), failure.advice());
            return FAILED;
        }
    }

    /** Nothing when the arguments make no sense. */
    private static @Nullable URI address(String[] args) {
        if (args.length == 0) {
            return URI.create("http://localhost:8080");
        }
        String joined = String.join("=", args);
        if (args.length > 2 || !joined.startsWith("--url=")) {
            return null;
        }
        try {
            URI address = URI.create(joined.substring("--url=".length()).replaceAll("/+$", ""));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null ? address : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean colourIsWelcome() {
        String noColour = System.getenv("NO_COLOR");
        return (noColour == null || noColour.isEmpty())
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
    }
}
