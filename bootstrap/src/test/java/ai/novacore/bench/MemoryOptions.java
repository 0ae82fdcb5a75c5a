package ai.novacore.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the caller of the memory benchmark wants. */
record MemoryOptions(
        boolean help, boolean json, int memories, @Nullable Path data) {
    static final String USAGE = """
            ./nova bench memory --data folder [--memories 10000] [--json]

            How much of the evidence for questions about long conversations a search finds through the HTTP API, beside BM25,
            embeddings and their fusion over the same texts, and how long a search takes. About five minutes.

              --data folder    dialogue-*.json: {turns:[{id,thread,occurredAt,speaker,text,caption?}],
                               questions:[{question,evidence:[id]}]}
              --memories n     how many memories the member has whose searches are timed; 0 leaves that out
              --json           for programs
            """;

    /**
     * @throws IllegalArgumentException for anything unknown, with a message for people
     */
    static MemoryOptions parse(String[] args) {
        boolean help = false;
        boolean json = false;
        int memories = 10_000;
        Path data = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help" -> help = true;
                case "--json" -> json = true;
                case "--memories" -> memories = Integer.parseInt(value(args, ++i));
                case "--data" -> data = Path.of(value(args, ++i));
                default -> throw new IllegalArgumentException("There is no '" + args[i] + "'.\n\n" + USAGE);
            }
        }
        if (!help && data == null) {
            throw new IllegalArgumentException("It needs to know where the conversations are: --data.\n\n" + USAGE);
        }
        return new MemoryOptions(help, json, memories, data);
    }

    private static String value(String[] args, int index) {
        if (index == args.length) {
            throw new IllegalArgumentException("'" + args[index - 1] + "' needs a value.");
        }
        return args[index];
    }
}
