package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.correlation.Binding;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.problem.SecurityLog;
import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has a service act for the member whom it names: as that member, with what they may do at this moment. */
final class ActingForMember extends OncePerRequestFilter {
    static final String HEADER = "X-User-Id";

    private final RequestMatcher acting;
    private final AccountQuery accounts;
    private final Problems problems;
    private final ProblemWriter writer;

    /** @param acting the requests in which a service acts for a member */
    ActingForMember(RequestMatcher acting, AccountQuery accounts, Problems problems, ProblemWriter writer) {
        this.acting = acting;
        this.accounts = accounts;
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !acting.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Account account;
        try {
            account = account(request.getHeader(HEADER));
        } catch (RuntimeException e) {
            Problem refusal = problems.of(e);
            SecurityLog.serviceRefused(refusal.code());
            writer.write(request, response, refusal);
            return;
        }
        Member member = Member.viaService(account.id(), account.tier());
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of())));
        Binding.bind(Correlation.current().by(Actor.member(member.id())), request, response, chain);
    }

    private Account account(@Nullable String id) {
        if (id == null || !Ids.isValid("usr_", id)) {
            throw Refused.field(HEADER, id == null ? "is missing" : "is not the id of a member");
        }
        Account account = accounts.account(new UserId(id));
        return switch (account.standing()) {
            case ACTIVE -> account;
            case SUSPENDED -> throw new Refused(AccessProblems.SUSPENDED);
            case CLOSING -> throw DomainRejection.forbidden("account_closing", "This account is being closed.");
        };
    }
}
