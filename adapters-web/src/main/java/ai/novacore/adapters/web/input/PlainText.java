package ai.novacore.adapters.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that can be stored and shown: whole characters, none of them a control character. Absent text passes; whether
 * text must be there is another rule.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface PlainText {
    /** The fewest characters; a supplementary character counts as one. */
    int min() default 0;

    /** The most characters; a supplementary character counts as one. */
    int max();

    /** Whether line ends and tabs are fine. */
    boolean lines() default false;

    /** Whether there must be more than white space. */
    boolean notBlank() default false;

    String message() default "is not plain text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
