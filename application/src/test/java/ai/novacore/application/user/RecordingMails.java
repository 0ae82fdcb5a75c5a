package ai.novacore.application.user;

import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.application.user.port.out.Mailer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingMails extends MailerContract {
    private final RecordingMailer mailer = new RecordingMailer();

    @Override
    protected Mailer mailer() {
        return mailer;
    }

    @Override
    protected List<Mailbox.Message> delivered() {
        return mailer.messages();
    }

    @Test
    void wouldNotBePossibleWithAMailerThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends MailerContract {
        @Override
        protected Mailer mailer() {
            return mail -> {};
        }

        @Override
        protected List<Mailbox.Message> delivered() {
            return List.of();
        }
    }
}
