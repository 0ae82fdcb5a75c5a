package ai.novacore.adapters.web.support;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a route that masks personal text unless it is asked to show it, by somebody who may see it. */
@Parameter(
        in = ParameterIn.QUERY,
        name = ShowsPersonalText.UNMASK,
        description = "Show personal text; for SUPPORT and ADMIN",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ShowsPersonalText {
    String UNMASK = "unmask";
}
