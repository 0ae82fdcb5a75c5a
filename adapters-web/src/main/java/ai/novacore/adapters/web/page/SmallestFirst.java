package ai.novacore.adapters.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Finds the packed form of a file. The framework takes the first that a browser names, which is gzip for all of them; brotli
 * is a tenth smaller.
 */
final class SmallestFirst extends EncodedResourceResolver {
    private static final String SMALLEST = "br";

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> places,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(request == null ? null : new Preferring(request), path, places, chain);
    }

    private static final class Preferring extends HttpServletRequestWrapper {
        Preferring(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            boolean preferred = HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name)
                    && value != null
                    && List.of(value.split("\\s*,\\s*")).contains(SMALLEST);
            return preferred ? SMALLEST : value;
        }
    }
}
