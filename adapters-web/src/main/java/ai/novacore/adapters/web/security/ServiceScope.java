package ai.novacore.adapters.web.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a service may do at {@code /internal}: each scope opens the routes under the path of its name. */
public enum ServiceScope {
    INTELLIGENCE(true),
    MEMORY(true),
    POLICY(false),
    WORKERS(false),
    ACCOUNTS(false);

    private final boolean forMember;

    ServiceScope(boolean forMember) {
        this.forMember = forMember;
    }

    /** As it stands in tokens and paths. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The routes that it opens, as a pattern. */
    String paths() {
        return "/internal/" + wire() + "/**";
    }

    /** What the framework calls whoever has it. */
    String authority() {
        return "SCOPE_" + wire();
    }

    /** The scopes whose routes are always called on behalf of a member. */
    static List<ServiceScope> forMembers() {
        return Arrays.stream(values()).filter(scope -> scope.forMember).toList();
    }
}
