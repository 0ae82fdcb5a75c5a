package ai.novacore.adapters.web.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a service may do at {@code /internal}: each scope opens the routes under the path of its name. */
public enum ServiceScope {
    INTELLIGENCE(ForMember.ALWAYS),
    MEMORY(ForMember.ALWAYS),
    POLICY(ForMember.WHEN_NAMED),
    WORKERS(ForMember.NEVER),
    ACCOUNTS(ForMember.NEVER);

    /** Whether a service acts for a member there. */
    enum ForMember {
        ALWAYS,
        /** When it names one. */
        WHEN_NAMED,
        NEVER
    }

    private final ForMember forMember;

    ServiceScope(ForMember forMember) {
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

    /** The scopes whose routes are called on behalf of a member, always or when one is named. */
    static List<ServiceScope> forMembers(ForMember when) {
        return Arrays.stream(values()).filter(scope -> scope.forMember == when).toList();
    }
}
