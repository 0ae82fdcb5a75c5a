package ai.novacore.domain.wrong;

import ai.novacore.domain.wrongtoo.wrong.Other;
import java.io.File;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks what holds for the domain, and is called what nothing is to be called. */
public final class ImpureImpl {
    @Autowired
    @Nullable File injected;

    @Nullable Other other;

    /** Reads the clock in the form that is easiest to overlook. */
    static final Supplier<Instant> CLOCK = Instant::now;

    void print() {
        System.out.println(Logger.getLogger("wrong"));
    }
}
