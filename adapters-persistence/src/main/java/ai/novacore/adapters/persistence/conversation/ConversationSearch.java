package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.domain.shared.UserId;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/** The query behind the list: a person's conversations from a place on, each word standing in the title or a turn. */
final class ConversationSearch {
    static final Sort LAST_TOUCHED_FIRST = Sort.by(Sort.Direction.DESC, "updatedAt", "id");

    private ConversationSearch() {}

    static Specification<ConversationRow> of(UserId owner, Keyset keyset, List<String> patterns) {
        return (row, query, builder) -> builder.and(Stream.concat(
                        Stream.of(builder.equal(row.get("owner"), owner.value()), after(row, keyset, builder)),
                        patterns.stream().map(pattern -> stands(row, query, builder, pattern)))
                .toArray(Predicate[]::new));
    }

    private static Predicate after(Root<ConversationRow> row, Keyset keyset, CriteriaBuilder builder) {
        return builder.and(
                builder.lessThanOrEqualTo(row.<Instant>get("updatedAt"), keyset.at()),
                builder.or(
                        builder.lessThan(row.<Instant>get("updatedAt"), keyset.at()),
                        builder.lessThan(row.<String>get("id"), keyset.id())));
    }

    private static Predicate stands(
            Root<ConversationRow> row, CriteriaQuery<?> query, CriteriaBuilder builder, String pattern) {
        Subquery<Integer> turns = query.subquery(Integer.class);
        Root<TurnRow> turn = turns.from(TurnRow.class);
        turns.select(builder.literal(1))
                .where(
                        builder.equal(turn.get("conversation"), row.get("id")),
                        builder.like(turn.get("foldedText"), pattern, Words.ESCAPE));
        return builder.or(builder.like(row.get("foldedTitle"), pattern, Words.ESCAPE), builder.exists(turns));
    }
}
