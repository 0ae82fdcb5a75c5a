package ai.novacore.adapters.web.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Where the web app is: the addresses that it shows its pages at, so that they survive a reload, and those of its files.
 * They are open: what a page shows it asks the API for.
 */
@Component
public final class PageAddresses {
    /** Files with a hash of their content in their names, and the icon. */
    public static final List<String> FILES = List.of("/assets/**", "/favicon.svg");

    private static final List<String> PAGES = List.of(
            "/",
            "/login",
            "/register",
            "/forgot-password",
            "/reset-password",
            "/verify-email",
            "/dashboard",
            "/chat",
            "/chat/*",
            "/memory",
            "/memory/*",
            "/billing",
            "/profile",
            "/staff/**");

    /** For developers. */
    private static final List<String> LOCAL_PAGES = List.of("/design");

    private final List<String> pages;

    PageAddresses(Environment environment) {
        List<String> addresses = new ArrayList<>(PAGES);
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            addresses.addAll(LOCAL_PAGES);
        }
        pages = List.copyOf(addresses);
    }

    /** The patterns of the pages. */
    public List<String> pages() {
        return pages;
    }
}
