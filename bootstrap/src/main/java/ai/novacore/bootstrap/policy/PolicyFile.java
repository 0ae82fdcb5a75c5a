package ai.novacore.bootstrap.policy;

import ai.novacore.application.policy.Policy;
import ai.novacore.application.policy.Rule;
import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads principles and rules from YAML, and refuses whatever it does not understand, naming the place. */
public final class PolicyFile {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 40;

    private PolicyFile() {}

    /** @throws UnfitPolicyException when it cannot be read, or says something that has no meaning */
    public static Policy read(Resource resource) {
        String file = resource.getFilename() == null ? resource.getDescription() : resource.getFilename();
        try (Reader reader = resource.isReadable() ? reader(resource) : null) {
            if (reader == null) {
                throw new UnfitPolicyException(resource.getDescription() + " cannot be read");
            }
            return read(file, reader);
        } catch (IOException e) {
            throw new UnfitPolicyException(resource.getDescription() + " cannot be read");
        }
    }

    private static Reader reader(Resource resource) throws IOException {
        return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
    }

    static Policy read(String file, Reader yaml) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new UnfitPolicyException("%s, line %d: this is no YAML: %s".formatted(file, line, e.getProblem()));
        } catch (YAMLException e) {
            throw new UnfitPolicyException(file + ": this is no YAML: " + e.getMessage());
        }
        if (root == null) {
            throw new UnfitPolicyException(file + ": it is empty");
        }
        return policy(new Place(file, "", root));
    }

    private static Policy policy(Place place) {
        Map<String, Place> fields = place.fields(Set.of("version", "principles"), Set.of());
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Place all = field(fields, "principles");
        List<Principle> principles = all.items(item -> principle(item, ids, rules));
        if (principles.isEmpty()) {
            throw all.problem("there should be a principle");
        }
        String version = field(fields, "version").text();
        return place.checked(() -> new Policy(version, principles, rules));
    }

    private static Principle principle(Place place, Set<String> ids, List<Rule> rules) {
        Map<String, Place> fields = place.fields(Set.of("id", "title", "text", "examples", "rules"), Set.of());
        Place named = field(fields, "id");
        String id = named.text();
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw named.problem("an id has small letters, digits and hyphens, at most " + LONGEST_ID);
        }
        if (!ids.add(id)) {
            throw named.problem("there is another principle of this id");
        }
        List<Rule> own = field(fields, "rules").items(rule -> rule(rule, id));
        if (own.isEmpty()) {
            throw field(fields, "rules").problem("there should be a rule");
        }
        rules.addAll(own);
        return new Principle(
                id, field(fields, "title").text(), field(fields, "text").text(), examples(field(fields, "examples")));
    }

    private static Examples examples(Place place) {
        Map<String, Place> fields = place.fields(Set.of("blocked", "flagged", "allowed"), Set.of());
        return new Examples(
                field(fields, "blocked").items(Place::text),
                field(fields, "flagged").items(Place::text),
                field(fields, "allowed").items(Place::text));
    }

    private static Rule rule(Place place, String principle) {
        Map<String, Place> fields = place.fields(Set.of("decision", "words"), Set.of("for", "window", "not-before"));
        List<List<String>> words = field(fields, "words").items(step -> step.items(Place::text));
        Place appliesTo = fields.get("for");
        Place window = fields.get("window");
        Place notBefore = fields.get("not-before");
        return place.checked(() -> new Rule(
                principle,
                field(fields, "decision").choice(List.of(Decision.FLAG, Decision.BLOCK)),
                appliesTo == null ? AppliesTo.BOTH : appliesTo.choice(List.of(AppliesTo.values())),
                window == null ? words.size() : window.number(),
                words,
                notBefore == null ? List.of() : notBefore.items(Place::text)));
    }

    /** One that is required, and so is there. */
    private static Place field(Map<String, Place> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }
}
