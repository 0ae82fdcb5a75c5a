package ai.novacore.domain.shared;

import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.TokenHash;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes any event or command of the domain, from few different ids, so that what is made in a row meets each other.
 * The same seed makes the same values.
 */
public final class RandomValues {
    private static final Instant START = Instant.parse("2026-03-14T12:00:00Z");
    private static final String DIGITS = "0123456789abcdef";

    /** What is not simply a record of parts; everything else is made from its components. */
    private static final Map<Class<?>, Function<Random, Object>> MAKERS = Map.ofEntries(
            Map.entry(String.class, random -> List.of("", "one", "two").get(random.nextInt(3))),
            Map.entry(long.class, random -> (long) random.nextInt(2_000)),
            Map.entry(double.class, Random::nextDouble),
            Map.entry(boolean.class, Random::nextBoolean),
            Map.entry(Duration.class, random -> Duration.ofHours(random.nextInt(200))),
            Map.entry(Instant.class, random -> START.plusSeconds(random.nextInt(90_000))),
            Map.entry(LocalDate.class, random -> LocalDate.of(2026, 3, 14 + random.nextInt(2))),
            Map.entry(UserId.class, random -> new UserId("usr_" + random.nextInt(2))),
            Map.entry(SubscriptionId.class, random -> new SubscriptionId("sub_" + random.nextInt(2))),
            Map.entry(StripeSubscription.class, RandomValues::billed),
            Map.entry(MemoryId.class, random -> new MemoryId("mem_" + random.nextInt(4))),
            Map.entry(ConversationId.class, random -> new ConversationId("cnv_" + random.nextInt(2))),
            Map.entry(TurnId.class, random -> new TurnId("trn_" + random.nextInt(4))),
            Map.entry(RunId.class, random -> new RunId("run_" + random.nextInt(3))),
            Map.entry(EmailAddress.class, random -> new EmailAddress("ada" + random.nextInt(2) + "@example.org")),
            Map.entry(
                    TokenHash.class,
                    random -> new TokenHash(
                            DIGITS.substring(random.nextInt(2)).substring(0, 1).repeat(64))));

    /** Never of the free tier. */
    private static Object billed(Random random) {
        RandomValues values = new RandomValues(random.nextLong());
        Instant begun = values.next(Instant.class);
        return new StripeSubscription(
                "sub_stripe" + random.nextInt(2),
                "cus_" + random.nextInt(2),
                random.nextBoolean() ? Tier.BASIC : Tier.PRO,
                values.next(Standing.class),
                begun,
                begun,
                begun.plus(Duration.ofDays(30)),
                random.nextBoolean() ? null : begun.plus(Duration.ofDays(random.nextInt(60))),
                random.nextBoolean() ? null : "pi_" + random.nextInt(2));
    }

    private final Random random;

    public RandomValues(long seed) {
        this.random = new Random(seed);
    }

    /** A value of a record, an enum, or a sealed interface of these. */
    public <T> T next(Class<T> type) {
        return type.cast(make(type));
    }

    private Object make(Class<?> type) {
        Function<Random, Object> maker = MAKERS.get(type);
        if (maker != null) {
            return maker.apply(random);
        }
        if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        }
        if (type.isSealed()) {
            return make(oneOf(type.getPermittedSubclasses()));
        }
        return record(type);
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Object record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> component(part.getAnnotatedType()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + type, e);
        }
    }

    private @Nullable Object component(AnnotatedType type) {
        if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        return type.getType() instanceof ParameterizedType of ? several(of) : make((Class<?>) type.getType());
    }

    private Object several(ParameterizedType of) {
        Type element = of.getActualTypeArguments()[0];
        List<Object> values = Stream.generate(() -> make((Class<?>) element))
                .limit(random.nextInt(4))
                .toList();
        return of.getRawType() == Set.class ? new LinkedHashSet<>(values) : values;
    }
}
