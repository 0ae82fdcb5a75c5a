package ai.novacore.bootstrap.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file, which knows what it is called when something is wrong there. Scalars are taken as they are
 * written: a word {@code no} is a word, not a truth value.
 */
final class Place {
    private final String file;
    private final String path;
    private final Node node;

    Place(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    UnfitPolicyException problem(String what) {
        String where = path.isEmpty() ? "" : path + ": ";
        return new UnfitPolicyException(
                "%s, line %d: %s%s".formatted(file, node.getStartMark().getLine() + 1, where, what));
    }

    /** What a constructor makes of what was read here, and what it objects to. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    /** The fields, by name: all of the required ones and no others than these. */
    Map<String, Place> fields(Set<String> required, Set<String> optional) {
        if (!(node instanceof MappingNode mapping)) {
            throw problem("there should be fields");
        }
        Map<String, Place> fields = new LinkedHashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = new Place(file, path, field.getKeyNode()).text();
            Place place = new Place(file, path.isEmpty() ? name : path + "." + name, field.getValueNode());
            if (!required.contains(name) && !optional.contains(name)) {
                throw place.problem("there is no such field");
            }
            if (fields.put(name, place) != null) {
                throw place.problem("stands here twice");
            }
        }
        Set<String> missing = new HashSet<>(required);
        missing.removeAll(fields.keySet());
        if (!missing.isEmpty()) {
            throw problem(
                    "missing: " + String.join(", ", missing.stream().sorted().toList()));
        }
        return fields;
    }

    <T> List<T> items(Function<Place, T> read) {
        if (!(node instanceof SequenceNode sequence)) {
            throw problem("there should be a list");
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(read.apply(new Place(file, path + "[" + (items.size() + 1) + "]", item)));
        }
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw problem("there should be text");
        }
        return scalar.getValue().strip();
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw problem("there should be a number");
        }
    }

    /** One of the values of an enum, in small letters. */
    <E extends Enum<E>> E choice(List<E> choices) {
        String text = text();
        return choices.stream()
                .filter(choice -> choice.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> problem("there should be one of "
                        + Arrays.toString(choices.toArray()).toLowerCase(Locale.ROOT)));
    }
}
