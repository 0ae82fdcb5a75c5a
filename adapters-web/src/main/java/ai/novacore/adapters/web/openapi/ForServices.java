package ai.novacore.adapters.web.openapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes routes that only services may call, with a service token instead of an access token. */
@SecurityRequirement(name = ForServices.SCHEME)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForServices {
    /** How the description calls the service token. */
    String SCHEME = "serviceToken";

    /** Describes a route that a service calls on behalf of a member. */
    @Parameter(
            in = ParameterIn.HEADER,
            name = "X-User-Id",
            required = true,
            description = "The member to act for",
            schema = @Schema(type = "string"))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ActingForMember {}
}
