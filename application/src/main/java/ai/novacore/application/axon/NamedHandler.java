package ai.novacore.application.axon;

/** An event handler that says which processing group it is. */
interface NamedHandler {
    String group();
}
