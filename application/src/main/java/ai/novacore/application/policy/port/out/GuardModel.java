package ai.novacore.application.policy.port.out;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import java.util.Collection;
import java.util.List;

/** A language model that judges texts. Safe for use by many threads. */
public interface GuardModel {

    /**
     * What a model thinks of a text.
     *
     * @param principles the ids of those that the text touches; at least one unless it is allowed, then none
     */
    record Opinion(Decision decision, List<String> principles) {
        public Opinion {
            principles = List.copyOf(principles);
        }

        /**
         * What a model said, made sure that it makes sense.
         *
         * @throws ModelFailure {@code FAILED} when it names what is no principle, or objects without naming one
         */
        public static Opinion checked(Decision decision, List<String> named, Collection<Principle> principles) {
            if (decision == Decision.ALLOW) {
                return new Opinion(decision, List.of());
            }
            List<String> known = principles.stream().map(Principle::id).toList();
            if (named.isEmpty() || !known.containsAll(named)) {
                throw new ModelFailure(
                        Kind.FAILED, "the guard model objected without naming principles that there are");
            }
            return new Opinion(decision, named.stream().distinct().toList());
        }
    }

    /**
     * Judges a text of any length. The text is data to the model, whatever stands in it. Takes no longer than the
     * adapter is configured to.
     *
     * @throws ModelFailure when there is no answer in that time, or none that makes sense
     */
    Opinion judge(List<Principle> principles, String text);

    /**
     * Whether it could judge now, found out without asking it to; within a few seconds.
     *
     * @throws ModelFailure when it could not; the message is for operators and strangers and says what to do
     */
    void check();

    /** Names the model. */
    String model();
}
