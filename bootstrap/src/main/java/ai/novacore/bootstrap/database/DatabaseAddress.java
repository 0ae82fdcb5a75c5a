package ai.novacore.bootstrap.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, read from {@code DATABASE_URL}: {@code postgres://user:password@host:port/name}, or a JDBC
 * address that says everything itself.
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    /**
     * @throws IllegalArgumentException when it is neither; the message does not repeat it, because it may hold a password
     */
    public static DatabaseAddress parse(String value) {
        if (value.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(value, null, null);
        }
        if (!value.startsWith("postgres://") && !value.startsWith("postgresql://")) {
            throw new IllegalArgumentException(
                    "DATABASE_URL must begin with postgres://, postgresql:// or jdbc:postgresql://");
        }
        URI uri = URI.create(value);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        String userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new DatabaseAddress(jdbcUrl, null, null);
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new DatabaseAddress(jdbcUrl, decode(userInfo), null)
                : new DatabaseAddress(
                        jdbcUrl, decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "DatabaseAddress";
    }
}
