package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.correlation.Binding;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says who is behind a request, once that is known. Not a bean: it belongs behind the authentication, only there. */
final class ActorFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Member member) {
            Binding.bind(Correlation.current().by(Actor.member(member.id())), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
