package ai.novacore.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the caller of the webhook benchmark wants.
 *
 * @param jvm further options of the product's JVM
 * @param settings further settings of the product, as {@code name=value}
 */
record WebhookOptions(boolean help, boolean quick, boolean json, List<String> jvm, List<String> settings) {
    static final String USAGE = """
            ./nova bench webhooks [--quick] [--json] [--set name=value]… [--jvm option]… [--profile file.jfr]

            How many signed webhooks of Stripe are verified and stored in a second, 10,000 a round, three in ten of them for
            the second time, beside a bare Node.js server with Stripe's own client and the same PostgreSQL server: such that are
            only kept, and such that are applied meanwhile. About five minutes.

              --quick             some seconds; shows that it runs, not how fast
              --json              for programs
              --set name=value    a setting of the product
              --jvm option        an option of the product's JVM, such as -Xmx1g
              --profile file.jfr  has the product's JVM record what it does (JFR), to look at with 'jfr' or JDK Mission Control

            Node.js and npm are used when they are there.
            """;

    /**
     * @throws IllegalArgumentException for anything unknown, with a message for people
     */
    static WebhookOptions parse(String[] args) {
        boolean help = false;
        boolean quick = false;
        boolean json = false;
        List<String> jvm = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help" -> help = true;
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                case "--jvm" -> jvm.add(value(args, ++i));
                case "--set" -> settings.add(value(args, ++i));
                case "--profile" ->
                    jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + value(args, ++i));
                default -> throw new IllegalArgumentException("There is no '" + args[i] + "'.\n\n" + USAGE);
            }
        }
        return new WebhookOptions(help, quick, json, List.copyOf(jvm), List.copyOf(settings));
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
