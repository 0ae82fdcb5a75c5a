package ai.novacore.adapters.web.page;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the web app: its document at each of its addresses, its files from the jar, packed when the browser takes it so. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    /** After the API's own routes, before files. */
    private static final int AFTER_ROUTES = 1;

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    @Bean
    SimpleUrlHandlerMapping pages(PageAddresses addresses, PageDocument document) {
        Map<String, ?> handlers =
                addresses.pages().stream().collect(Collectors.toMap(Function.identity(), _ -> document));
        return new SimpleUrlHandlerMapping(handlers, AFTER_ROUTES);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        files(registry, "/assets/**", "classpath:/web-app/assets/", FOR_EVER);
        files(registry, "/favicon.svg", "classpath:/web-app/", A_DAY);
    }

    private static void files(ResourceHandlerRegistry registry, String pattern, String place, CacheControl kept) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(place)
                .setCacheControl(kept)
                .resourceChain(true)
                .addResolver(new SmallestFirst())
                .addResolver(new PathResourceResolver());
    }
}
