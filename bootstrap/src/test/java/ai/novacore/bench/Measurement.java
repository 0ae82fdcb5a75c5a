package ai.novacore.bench;

/** Something that is measured. */
interface Measurement {
    String name();

    /** Measures, with a warm-up before, and reports what came out. */
    void measure(Installation installation, Options options, Report report);
}
