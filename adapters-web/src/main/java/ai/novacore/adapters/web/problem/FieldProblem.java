package ai.novacore.adapters.web.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, or its path in the body
 * @param message for people; never repeats what was sent
 */
public record FieldProblem(String field, String message) {}
