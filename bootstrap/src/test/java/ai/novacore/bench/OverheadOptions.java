package ai.novacore.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the caller of the overhead benchmark wants.
 *
 * @param jvm further options of the JVM of the product that measures and logs
 */
record OverheadOptions(boolean help, boolean quick, boolean json, List<String> jvm) {
    static final String USAGE = """
            ./nova bench overhead [--quick] [--json] [--profile file.jfr]

            What metrics and logs cost of the processor for an answer: the product as it is, its metrics fetched after every
            round, beside the same product without a place for metrics and with its logs off, in rounds that take turns; then
            the same with traces of every request beside it. About six minutes.

              --quick             a minute; shows that it runs, not how much it is
              --json              for programs
              --profile file.jfr  has the JVM record what it does (JFR), to look at with 'jfr' or JDK Mission Control
            """;

    /**
     * @throws IllegalArgumentException for anything unknown, with a message for people
     */
    static OverheadOptions parse(String[] args) {
        boolean help = false;
        boolean quick = false;
        boolean json = false;
        List<String> jvm = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help" -> help = true;
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                case "--profile" -> {
                    if (++i == args.length) {
                        throw new IllegalArgumentException("'--profile' needs a file.");
                    }
                    jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + args[i]);
                }
                default -> throw new IllegalArgumentException("There is no '" + args[i] + "'.\n\n" + USAGE);
            }
        }
        return new OverheadOptions(help, quick, json, List.copyOf(jvm));
    }

    /** The one or the other number, depending on whether it must be quick. */
    int count(int thorough, int inAHurry) {
        return quick ? inAHurry : thorough;
    }
}
