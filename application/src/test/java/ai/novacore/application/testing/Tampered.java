package ai.novacore.application.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Supplier;

/** An adapter of which one method gives answers of the test's own. */
public final class Tampered {
    private Tampered() {}

    public static <T> T with(Class<T> port, T real, String method, Supplier<?> answer) {
        if (Arrays.stream(port.getMethods()).noneMatch(known -> known.getName().equals(method))) {
            throw new IllegalArgumentException("no method " + method);
        }
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.get();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
