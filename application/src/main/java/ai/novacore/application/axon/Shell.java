package ai.novacore.application.axon;

/**
 * What Axon takes for an aggregate: it holds the state that the decider folds, and nothing else.
 *
 * @param <S> the state
 */
interface Shell<S> {
    S state();
}
