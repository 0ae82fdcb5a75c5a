package ai.novacore.bootstrap.demo;

/** The guided tour against a product that runs. */
public final class Demo {
    private Demo() {}

    public static void main(String[] args) {
        throw new IllegalStateException("not yet");
    }
}
