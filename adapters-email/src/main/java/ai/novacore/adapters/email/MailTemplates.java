package ai.novacore.adapters.email;

import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts mails into words. Each template is there twice under {@code /mail}, in HTML and in plain text. */
final class MailTemplates {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    /** What mail programs turn into a link by themselves. */
    private static final Pattern LINKISH =
            Pattern.compile("://|@|\\bwww\\.|[\\p{L}\\p{N}]\\.\\p{L}{2,}", Pattern.CASE_INSENSITIVE);

    private final TemplateEngine texts = engine(TemplateMode.TEXT, ".txt");
    private final TemplateEngine htmls = engine(TemplateMode.HTML, ".html");

    RenderedMail render(Mail mail) {
        String name = mail.template().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Context context = new Context(Locale.ENGLISH, values(mail));
        String text = texts.process(name, context);
        return new RenderedMail(subject(mail.template()), text, htmls.process(name, context), links(text));
    }

    private static String subject(Template template) {
        return switch (template) {
            case VERIFY_EMAIL -> "Verify your e-mail address";
            case ALREADY_REGISTERED -> "You already have an account";
            case WELCOME -> "Welcome to NovaCoreAI";
            case RESET_PASSWORD -> "Choose a new password";
            case PASSWORD_CHANGED -> "Your password was changed";
            case SESSION_ENDED -> "One of your sessions was ended";
            case ACCOUNT_ERASED -> "Your account is deleted";
            case INVITATION -> "You are invited to NovaCoreAI";
            case QUOTA_NEARLY_USED -> "Most of your daily allowance is used";
            case QUOTA_USED_UP -> "Your daily allowance is used up";
            case TIER_RAISED -> "Your plan has changed";
            case TIER_LOWERED -> "Your plan has changed";
            case TIER_CHANGE_SCHEDULED -> "Your plan will change";
            case PAYMENT_FAILED -> "Your payment did not go through";
            case GRACE_REMINDER -> "Your plan ends soon unless you pay";
            case PAYMENT_RECOVERED -> "Your payment has come";
            case CANCELLATION_SCHEDULED -> "Your subscription will end";
            case CANCELLATION_WITHDRAWN -> "Your subscription goes on";
            case SUBSCRIPTION_PAUSED -> "Your subscription is paused";
            case PAYMENT_REFUNDED, PAYMENT_REFUNDED_ENDS -> "Your money is on its way back";
            case TRIAL_ENDING -> "Your trial ends soon";
            case PAYMENT_ACTION_REQUIRED -> "Please confirm your payment";
        };
    }

    /**
     * The values, each on one line. A name that reads like an address is left out: whoever signs up with somebody else's
     * address chooses the name, and could advertise through us.
     */
    private static Map<String, Object> values(Mail mail) {
        Map<String, Object> values = new HashMap<>();
        mail.values()
                .forEach((key, value) ->
                        values.put(key, CONTROL.matcher(value).replaceAll(" ").strip()));
        values.computeIfPresent(
                "displayName", (key, name) -> LINKISH.matcher((String) name).find() ? "" : name);
        return values;
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
