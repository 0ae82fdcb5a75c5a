package ai.novacore.adapters.web.problem;

import java.util.List;

/** The door itself refuses a request, before any rule of the domain is asked. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** One field cannot be meant as it is. */
    public static Refused field(String field, String message) {
        return new Refused(Problem.invalidFields(List.of(new FieldProblem(field, message))));
    }

    public static Refused notFound() {
        return new Refused(Problem.notFound());
    }

    public Problem problem() {
        return problem;
    }
}
