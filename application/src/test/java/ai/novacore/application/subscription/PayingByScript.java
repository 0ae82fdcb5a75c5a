package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import org.junit.jupiter.api.Test;

class PayingByScript extends PaymentGatewayContract {
    private final ScriptedPaymentGateway gateway = new ScriptedPaymentGateway();

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void pay(CheckoutPage page, String customer, Tier tier) {
        gateway.stage(page.sessionId(), Stage.COMPLETE);
        gateway.has(
                customer,
                Paying.subscription("sub_" + customer, customer, tier, Standing.PAID, ScriptedPaymentGateway.EXPIRES));
    }

    @Override
    protected void fail() {
        gateway.setDown(true);
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends PaymentGatewayContract {
        @Override
        protected PaymentGateway gateway() {
            return DoingNothing.as(PaymentGateway.class);
        }

        @Override
        protected void pay(CheckoutPage page, String customer, Tier tier) {}

        @Override
        protected void fail() {}
    }
}
