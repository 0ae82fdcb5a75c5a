package ai.novacore.adapters.persistence.subscription;

import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.domain.shared.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JdbcBillingCustomers implements BillingCustomers {
    private final JdbcClient jdbc;

    JdbcBillingCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> customerOf(UserId user) {
        return jdbc.sql("select customer from account.billing_customer where user_id = :user")
                .param("user", user.value())
                .query((row, number) -> row.getString("customer"))
                .optional();
    }

    @Override
    public Optional<UserId> userOf(String customer) {
        return jdbc.sql("select user_id from account.billing_customer where customer = :customer")
                .param("customer", customer)
                .query((row, number) -> new UserId(row.getString("user_id")))
                .optional();
    }

    /** The insert waits for others that are linking the same, so that the second statement sees who was first. */
    @Override
    public String link(UserId user, String customer) {
        jdbc.sql("""
                insert into account.billing_customer (user_id, customer) values (:user, :customer)
                on conflict do nothing""").param("user", user.value()).param("customer", customer).update();
        return customerOf(user)
                .orElseThrow(() -> new IllegalStateException("another member is the customer " + customer));
    }

    @Override
    public boolean holds(UserId user, String customer) {
        return jdbc.sql("""
                        select true from account.billing_customer where user_id = :user and customer = :customer
                        for share""")
                .param("user", user.value())
                .param("customer", customer)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    @Override
    public void remove(UserId user) {
        jdbc.sql("delete from account.billing_customer where user_id = :user")
                .param("user", user.value())
                .update();
    }
}
