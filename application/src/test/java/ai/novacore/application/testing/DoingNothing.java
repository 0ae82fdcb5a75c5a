package ai.novacore.application.testing;

import ai.novacore.application.shared.Page;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An adapter for any store that accepts everything, keeps nothing and finds nothing. */
public final class DoingNothing {
    private DoingNothing() {}

    public static <T> T as(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> nothing(method)));
    }

    private static @Nullable Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        return List.of(Optional.empty(), List.of(), Set.of(), Map.of(), new Page<>(List.of(), null)).stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no nothing for " + method));
    }
}
