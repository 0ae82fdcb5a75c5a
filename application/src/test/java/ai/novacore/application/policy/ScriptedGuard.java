package ai.novacore.application.policy;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.out.GuardModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A guard model that thinks what the test wrote down. */
public final class ScriptedGuard implements GuardModel {
    public final List<String> judged = new CopyOnWriteArrayList<>();
    public volatile boolean missing;
    private final Function<String, Opinion> opinions;

    public ScriptedGuard(Function<String, Opinion> opinions) {
        this.opinions = opinions;
    }

    /** Thinks the same of everything. */
    public static ScriptedGuard saying(Decision decision, String... principles) {
        return new ScriptedGuard(_ -> new Opinion(decision, List.of(principles)));
    }

    /** Never answers. */
    public static ScriptedGuard failing() {
        return new ScriptedGuard(_ -> {
            throw new ModelFailure(Kind.TIMEOUT, "the guard says nothing");
        });
    }

    @Override
    public Opinion judge(List<Principle> principles, String text) {
        judged.add(text);
        Opinion opinion = opinions.apply(text);
        return Opinion.checked(opinion.decision(), opinion.principles(), principles);
    }

    @Override
    public void check() {
        if (missing) {
            throw new ModelFailure(Kind.NOT_FOUND, "the guard is missing; to install it: ollama pull guard");
        }
    }

    @Override
    public String model() {
        return "guard";
    }
}
