package ai.novacore.adapters.persistence.keys;

/** A person's key is wrapped by a master key that this node was not given. */
public final class WrongMasterKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongMasterKeyException() {
        super("NOVA_DATA_KEY lacks a key that people's keys in this database are wrapped by: without it nothing that is"
                + " personal can be read. Give the key that was used before, behind the new one if there is one");
    }
}
