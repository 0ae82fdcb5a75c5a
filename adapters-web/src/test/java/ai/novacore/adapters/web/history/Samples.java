package ai.novacore.adapters.web.history;

import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.TokenHash;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Makes an event of any type, with a secret in every text that is a person's. */
final class Samples {
    static final String SECRET = "tangerine";

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static Object of(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> AT;
            case "String" -> "some_reason";
            case "long" -> 1_234L;
            case "double" -> 0.5;
            case "boolean" -> true;
            case "List" -> List.of();
            case "PersonalText" -> new PersonalText(SECRET);
            case "EmailAddress" -> new EmailAddress(SECRET + "@example.org");
            case "TokenHash" -> new TokenHash("a".repeat(64));
            case "Allowance" -> new Allowance(Tier.FREE, 50, 50_000);
            case "QuotaId" -> new QuotaId(new UserId("usr_1"), LocalDate.parse("2026-03-01"));
            case "UserId" -> new UserId("usr_1");
            default -> record(type);
        };
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = types.length == 1 && types[0] == String.class
                ? new Object[] {id(type)}
                : Arrays.stream(types).map(Samples::of).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private static String id(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "SubscriptionId" -> "sub_1";
            case "ConversationId" -> "cnv_1";
            case "MemoryId" -> "mem_1";
            case "TurnId" -> "trn_1";
            case "RunId" -> "run_1";
            default -> "some_text";
        };
    }
}
