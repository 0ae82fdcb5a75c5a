package ai.novacore.bench;

import ai.novacore.adapters.ollama.StandInChatModel;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.port.out.AccountStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Stands between the product and some of its ports, and notes how long they take on the way to the first token. Also sets
 * the pace of the model that answers. Made for one question at a time.
 */
final class ModelProbe implements BeanPostProcessor {
    private static final Map<Class<?>, String> STAGES = Map.of(
            Embedder.class, "embedding",
            MemoryIndex.class, "search of the memory index",
            CommandDispatcher.class, "reserve and start, to the commit",
            AccountStore.class, "reading the account",
            MemoryShelfStore.class, "reading the memories found");
    private static final String UNTIL_CALLED = "until the model is called, all in all";

    private final Map<String, List<Long>> stages = new LinkedHashMap<>();
    private final Map<String, Long> thisQuestion = new LinkedHashMap<>();
    private volatile boolean noting;
    private volatile long asked;
    private volatile Duration pace = Duration.ZERO;
    private volatile @Nullable Prompt lastPrompt;

    /** From now on the model takes so long for a token. */
    void setPace(Duration perToken) {
        pace = perToken;
    }

    /** Begins to note what happens until the model is called. */
    synchronized void question() {
        thisQuestion.clear();
        asked = System.nanoTime();
        noting = true;
    }

    Map<String, List<Long>> stages() {
        return stages;
    }

    void forget() {
        stages.clear();
    }

    /** Answers the prompt that the product gave last, without the product; returns when its first token came. */
    long askDirectly() {
        long[] first = {0};
        Cancellation enough = new Cancellation();
        model().answer(
                        Objects.requireNonNull(lastPrompt),
                        text -> {
                            first[0] = System.nanoTime();
                            enough.cancel();
                        },
                        enough);
        return first[0];
    }

    private ChatModel model() {
        return new StandInChatModel(pace);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ChatModel) {
            return (ChatModel) this::answer;
        }
        return STAGES.keySet().stream()
                .filter(port -> port.isInstance(bean))
                .findFirst()
                .map(port -> noting(bean, port))
                .orElse(bean);
    }

    private Completion answer(Prompt prompt, ChatModel.Listener listener, Cancellation cancellation) {
        if (noting) {
            note(UNTIL_CALLED, System.nanoTime() - asked);
            keep();
        }
        lastPrompt = prompt;
        return model().answer(prompt, listener, cancellation);
    }

    private Object noting(Object bean, Class<?> port) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            boolean noted = noting;
            long before = System.nanoTime();
            try {
                return method.invoke(bean, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (noted) {
                    note(STAGES.get(port), System.nanoTime() - before);
                }
            }
        });
    }

    /** A port that is called more than once for a question counts as often. */
    private synchronized void note(String stage, long nanos) {
        thisQuestion.merge(stage, nanos, Long::sum);
    }

    private synchronized void keep() {
        noting = false;
        thisQuestion.forEach((stage, nanos) ->
                stages.computeIfAbsent(stage, s -> new ArrayList<>()).add(nanos));
    }
}
