package ai.novacore.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the caller of the chat benchmark wants.
 *
 * @param parts what is measured: numbers of streams, and {@value #THROUGHPUT}
 * @param jvm further options of the product's JVM
 * @param settings further settings of the product, as {@code name=value}
 */
record ChatOptions(
        boolean help, boolean quick, boolean json, List<String> parts, List<String> jvm, List<String> settings) {
    static final String THROUGHPUT = "throughput";
    private static final List<String> PARTS = List.of("1", "32", "128", THROUGHPUT);

    static final String USAGE = """
            ./nova bench chat [--quick] [--json] [--only part]… [--set name=value]… [--jvm option]… [--profile file.jfr]

            Time to the first token and to the last, with memory and without, with 1, 32 and 128 streams, through the
            product, nginx and @portkey-ai/gateway, and called directly; what that costs of the processor; turns a second
            with 128 streams. About seven minutes.

              --quick             a minute; shows that it runs, not how fast
              --json              for programs
              --only part         only this part: 1, 32 or 128 (streams), or throughput
              --set name=value    a setting of the product, such as nova.ollama.parallel-answers=64
              --jvm option        an option of the product's JVM, such as -Xmx1g
              --profile file.jfr  has the product's JVM record what it does (JFR), to look at with 'jfr' or JDK Mission Control

            nginx, Node.js and npm are used when they are there.
            """;

    /**
     * @throws IllegalArgumentException for anything unknown, with a message for people
     */
    static ChatOptions parse(String[] args) {
        boolean help = false;
        boolean quick = false;
        boolean json = false;
        List<String> parts = new ArrayList<>();
        List<String> jvm = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help" -> help = true;
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                case "--only" -> parts.add(part(value(args, ++i)));
                case "--jvm" -> jvm.add(value(args, ++i));
                case "--set" -> settings.add(value(args, ++i));
                case "--profile" ->
                    jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + value(args, ++i));
                default -> throw new IllegalArgumentException("There is no '" + args[i] + "'.\n\n" + USAGE);
            }
        }
        return new ChatOptions(
                help,
                quick,
                json,
                parts.isEmpty() ? PARTS : List.copyOf(parts),
                List.copyOf(jvm),
                List.copyOf(settings));
    }

    private static String part(String name) {
        if (!PARTS.contains(name)) {
            throw new IllegalArgumentException("There is no part '" + name + "': " + String.join(", ", PARTS));
        }
        return name;
    }

    private static String value(String[] args, int index) {
        if (index == args.length) {
            throw new IllegalArgumentException("'" + args[index - 1] + "' needs a value.");
        }
        return args[index];
    }

    /** The one or the other number, depending on whether it must be quick. */
    int count(int thorough, int inAHurry) {
        return quick ? inAHurry : thorough;
    }
}
