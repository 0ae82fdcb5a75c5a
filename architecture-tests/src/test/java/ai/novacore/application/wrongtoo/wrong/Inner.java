package ai.novacore.application.wrongtoo.wrong;

import ai.novacore.application.wrong.Follower;
import org.jspecify.annotations.Nullable;

/** Holds on to who holds on to it. */
public final class Inner {
    @Nullable Follower back;
}
