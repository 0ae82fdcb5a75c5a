package ai.novacore.domain.quota;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A set that never changes and is cheap to grow: with one more element it shares all but the latest elements with the set
 * before. Copying a day's turns with every event of the day would cost more than everything else about them.
 */
final class GrowingSet<T> extends AbstractSet<T> {
    /** How many elements are copied at the most, but for one time in so many. */
    private static final int LATEST = 64;

    private final Set<T> earlier;
    private final Set<T> latest;

    private GrowingSet(Set<T> earlier, Set<T> latest) {
        this.earlier = earlier;
        this.latest = latest;
    }

    /** The same elements; the same set, when it is one that grows. */
    static <T> GrowingSet<T> of(Collection<T> elements) {
        return elements instanceof GrowingSet<T> growing
                ? growing
                : new GrowingSet<>(new LinkedHashSet<>(elements), Set.of());
    }

    /** These and one more, in the order in which they came. */
    GrowingSet<T> with(T element) {
        if (contains(element)) {
            return this;
        }
        boolean full = latest.size() == LATEST;
        Set<T> base = full ? new LinkedHashSet<>(this) : earlier;
        Set<T> grown = full ? new LinkedHashSet<>() : new LinkedHashSet<>(latest);
        grown.add(element);
        return new GrowingSet<>(base, grown);
    }

    @Override
    public boolean contains(Object element) {
        return latest.contains(element) || earlier.contains(element);
    }

    @Override
    public Iterator<T> iterator() {
        return Stream.concat(earlier.stream(), latest.stream()).iterator();
    }

    @Override
    public int size() {
        return earlier.size() + latest.size();
    }
}
