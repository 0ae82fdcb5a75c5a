package ai.novacore.application.user.port.out;

import ai.novacore.domain.user.EmailAddress;
import java.util.Map;

/** Sends mails. */
public interface Mailer {

    /** The mails that there are; each has a template of its name in HTML and in plain text. */
    enum Template {
        /** Asks to verify an address; {@code displayName}, {@code link}, {@code validHours}. */
        VERIFY_EMAIL,
        /** Tells the owner of an address that somebody tried to register it again; {@code displayName}, {@code link}. */
        ALREADY_REGISTERED,
        /** Welcomes whoever has verified their address; {@code displayName}, {@code link}. */
        WELCOME,
        /** Lets a password be chosen anew; {@code displayName}, {@code link}, {@code validMinutes}. */
        RESET_PASSWORD,
        /** Tells that the password was changed; {@code displayName}, {@code link} to forgotten passwords. */
        PASSWORD_CHANGED,
        /** Tells that a session was ended because its token was used twice; {@code displayName}, {@code link}. */
        SESSION_ENDED,
        /** Tells that the account is gone; {@code displayName}. */
        ACCOUNT_ERASED,
        /** Invites somebody without an account; {@code link}. */
        INVITATION,
        /**
         * Tells that most of a day's quota is used; {@code displayName}, {@code link} to the plans, {@code resource},
         * {@code used}, {@code limit}, {@code resetsAt}.
         */
        QUOTA_NEARLY_USED,
        /** Tells that a day's quota is used up; as before. */
        QUOTA_USED_UP,
        /** Tells of a higher tier; {@code displayName}, {@code link} to billing, {@code tier}, {@code before}. */
        TIER_RAISED,
        /** Tells of a lower tier; as before. */
        TIER_LOWERED,
        /** Tells that a lower tier comes; {@code displayName}, {@code link} to billing, {@code tier}, {@code day}. */
        TIER_CHANGE_SCHEDULED,
        /** Tells that a payment failed; {@code displayName}, {@code link} to billing, {@code day} until which nothing changes. */
        PAYMENT_FAILED,
        /** Reminds of that; as before, and {@code left}, such as {@code 3 days}. */
        GRACE_REMINDER,
        /** Tells that the payment came; {@code displayName}, {@code link} to billing. */
        PAYMENT_RECOVERED,
        /** Tells when the subscription ends; {@code displayName}, {@code link} to billing, {@code day}. */
        CANCELLATION_SCHEDULED,
        /** Tells that it goes on; {@code displayName}, {@code link} to billing. */
        CANCELLATION_WITHDRAWN,
        /** Tells that it waits to hear how it is paid for; {@code displayName}, {@code link} to billing. */
        SUBSCRIPTION_PAUSED,
        /** Tells that money went back; {@code displayName}, {@code link} to billing, {@code amount}. */
        PAYMENT_REFUNDED,
        /** Tells that all of it went back and the subscription ends; as before. */
        PAYMENT_REFUNDED_ENDS,
        /** Tells when the trial ends; {@code displayName}, {@code link} to billing, {@code day}. */
        TRIAL_ENDING,
        /** Tells that the bank wants to hear from the person; {@code displayName}, {@code link} to billing, {@code amount}. */
        PAYMENT_ACTION_REQUIRED
    }

    /**
     * A mail to be sent.
     *
     * @param values what the template is filled with; always treated as text, never as markup
     * @param idempotencyKey the same at every attempt to send this mail
     */
    record Mail(EmailAddress to, Template template, Map<String, String> values, String idempotencyKey) {
        public Mail {
            values = Map.copyOf(values);
        }

        /** Never shows the values: they may hold a token. */
        @Override
        public String toString() {
            return "Mail[" + template + "]";
        }
    }

    /**
     * Hands the mail over to be delivered. Takes a few seconds at the most.
     *
     * @throws MailFailure when it could not be handed over
     */
    void send(Mail mail);

    /** A mail could not be handed over. The message names no address. */
    final class MailFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MailFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
