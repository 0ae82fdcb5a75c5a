package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.in.AuditLooksUseCase.Looking;
import ai.novacore.domain.user.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The one place where support staff say why they look, and where that is noted: before every request below
 * {@code /support}, whatever it does. Who may come here at all was decided before.
 */
@Component
final class StaffGate implements HandlerInterceptor {
    static final String REASON = "X-Support-Reason";
    static final int LONGEST_REASON = 200;

    /** The parameter by which lists are narrowed down to a person. */
    private static final String PERSON = "userId";

    private static final String STAFF = StaffGate.class.getName();
    private static final Problem MASKED =
            Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Personal text is shown to support staff only.");

    private final AuditLooksUseCase audit;

    StaffGate(AuditLooksUseCase audit) {
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Member member)) {
            throw new IllegalStateException("nobody is logged in behind the gate");
        }
        String reason = Texts.required(REASON, request.getHeader(REASON), LONGEST_REASON);
        boolean unmasked = showsPersonalText(handler) && unmask(request.getParameter(ShowsPersonalText.UNMASK));
        if (unmasked && !mayUnmask(who)) {
            throw new Refused(MASKED);
        }
        audit.note(new Looking(member.id(), action(request), named(request), reason, unmasked));
        request.setAttribute(STAFF, new Staff(member.id(), reason, unmasked));
        return true;
    }

    private static boolean showsPersonalText(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(ShowsPersonalText.class);
    }

    private static boolean unmask(@Nullable String asked) {
        return switch (asked) {
            case null -> false;
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Refused.field(ShowsPersonalText.UNMASK, "must be true or false");
        };
    }

    /** Operators look after the machine, and need nobody's words for that. */
    private static boolean mayUnmask(Authentication who) {
        return who.getAuthorities().stream()
                .map(authority -> authority.getAuthority())
                .anyMatch(role -> ("ROLE_" + Role.SUPPORT).equals(role) || ("ROLE_" + Role.ADMIN).equals(role));
    }

    private static String action(HttpServletRequest request) {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private static List<String> named(HttpServletRequest request) {
        List<String> named = new ArrayList<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            new TreeMap<>(variables).values().forEach(value -> named.add(String.valueOf(value)));
        }
        String person = request.getParameter(PERSON);
        if (person != null) {
            named.add(person);
        }
        return named;
    }

    static Staff staff(HttpServletRequest request) {
        if (request.getAttribute(STAFF) instanceof Staff staff) {
            return staff;
        }
        throw new IllegalStateException("a route outside of /support asks for staff");
    }
}
