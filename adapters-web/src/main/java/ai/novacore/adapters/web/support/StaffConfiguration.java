package ai.novacore.adapters.web.support;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the {@link StaffGate} before everything below {@code /support}, and says so in the description of the routes. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Staff.class);
    }

    private final StaffGate gate;

    StaffConfiguration(StaffGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(gate).addPathPatterns("/support/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument());
    }

    private static final class StaffArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Staff.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return StaffGate.staff(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    @Bean
    OpenApiCustomizer reasonInDescription() {
        Parameter reason = new HeaderParameter()
                .name(StaffGate.REASON)
                .required(true)
                .description("Why this is looked at; kept with who looked at what")
                .schema(new StringSchema().minLength(1).maxLength(StaffGate.LONGEST_REASON));
        return api -> api.getPaths().forEach((path, item) -> {
            if (path.startsWith("/support/")) {
                item.readOperations().forEach(operation -> operation.addParametersItem(reason));
            }
        });
    }
}
