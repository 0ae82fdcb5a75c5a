package ai.novacore.bootstrap.demo;

/** The guided tour against a product that runs. */
public final class Demo {
    private Demo() {}

    @SuppressWarnings("DoNotCallSuggester")
    public static void main(String[] args) {
        throw new IllegalStateException("not yet");
    }
}
