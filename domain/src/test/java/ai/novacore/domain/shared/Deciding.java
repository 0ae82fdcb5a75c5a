package ai.novacore.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the commands whose rules a test class is about; {@link EveryCommandHasItsTest} looks for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Deciding {
    Class<? extends DomainCommand>[] value();
}
