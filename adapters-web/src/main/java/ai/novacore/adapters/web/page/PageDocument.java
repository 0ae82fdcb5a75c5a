package ai.novacore.adapters.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The one document of the web app. It is asked for anew each time, since it names the files of the version that runs; it
 * may do nothing but run them: no script or style inside of it, nothing from elsewhere, no frame around it.
 */
@Component
public final class PageDocument implements HttpRequestHandler {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'";

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String FILE = "/web-app/index.html";

    private final byte @Nullable [] content;
    private final String version;

    PageDocument() {
        content = read();
        version = content == null ? "" : "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
    }

    /** Nothing where the web app was left out of the build. */
    private static byte @Nullable [] read() {
        try (InputStream file = PageDocument.class.getResourceAsStream(FILE)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws NoResourceFoundException, HttpRequestMethodNotSupportedException, IOException {
        if (!reads(request)) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("GET", "HEAD"));
        }
        if (content == null) {
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), FILE);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        // Also when nothing is sent: browsers take over the policy of the answer that says so.
        response.setHeader(CONTENT_SECURITY_POLICY, POLICY);
        if (!new ServletWebRequest(request, response).checkNotModified(version)) {
            write(response, content);
        }
    }

    /**
     * Shows somebody who looks for a page that is not there the app's own word for it, instead of a problem document.
     *
     * @return whether it did: programs get the problem document
     */
    public boolean showsMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (content == null || !reads(request) || !"navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            return false;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader(CONTENT_SECURITY_POLICY, POLICY);
        write(response, content);
        return true;
    }

    private static boolean reads(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static void write(HttpServletResponse response, byte[] content) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
