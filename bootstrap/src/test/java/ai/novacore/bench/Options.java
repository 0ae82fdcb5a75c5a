package ai.novacore.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the caller wants.
 *
 * @param names the measurements, in the order in which they are known
 * @param quick whether seconds matter more than figures
 * @param json whether the report is read by a program
 */
record Options(List<String> names, boolean quick, boolean json) {

    /**
     * @throws IllegalArgumentException for anything unknown, with a message for people
     */
    static Options parse(String[] args, List<String> known) {
        List<String> chosen = new ArrayList<>();
        boolean quick = false;
        boolean json = false;
        for (String arg : args) {
            switch (arg) {
                case "--quick" -> quick = true;
                case "--json" -> json = true;
                default -> {
                    if (!known.contains(arg)) {
                        throw new IllegalArgumentException("There is no '" + arg + "'. Use: ./nova bench ["
                                + String.join("] [", known) + "] [--quick] [--json]");
                    }
                    chosen.add(arg);
                }
            }
        }
        return new Options(chosen.isEmpty() ? known : List.copyOf(chosen), quick, json);
    }

    /** The one or the other number, depending on whether it must be quick. */
    int count(int thorough, int inAHurry) {
        return quick ? inAHurry : thorough;
    }
}
