package ai.novacore.adapters.web.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText}. Public only because the validation framework makes it. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, String> {
    private int min;
    private int max;
    private boolean lines;
    private boolean notBlank;

    @Override
    public void initialize(PlainText rule) {
        min = rule.min();
        max = rule.max();
        lines = rule.lines();
        notBlank = rule.notBlank();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        String fault = text == null ? null : fault(text);
        if (fault == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
        return false;
    }

    private @Nullable String fault(String text) {
        if (!Texts.isPlain(text, lines)) {
            return Texts.NOT_PLAIN;
        }
        int length = text.codePointCount(0, text.length());
        if (length < min) {
            return "must have at least " + min + " characters";
        }
        if (length > max) {
            return "must have at most " + max + " characters";
        }
        return notBlank && text.isBlank() ? "must not be blank" : null;
    }
}
