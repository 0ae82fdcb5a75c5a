package ai.novacore.adapters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from, for limits that count by address. Anybody can send {@code X-Forwarded-For}: it is read only
 * when a proxy of our own handed the request on, and only as far back as our own proxies wrote it.
 */
@Component
public final class ClientAddress {
    static final String FORWARDED = "X-Forwarded-For";

    /** What one customer of a provider gets; they can use any address in it. */
    private static final int NETWORK_BYTES = 8;

    private final List<IpAddressMatcher> trusted;

    ClientAddress(EdgeSettings settings) {
        trusted = settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /**
     * The address of whoever sent the request: an IPv4 address, or the /64 network of an IPv6 address. Behind trusted
     * proxies it is the last address that is not one of them, or the last that can be read.
     */
    public String of(HttpServletRequest request) {
        InetAddress sender = parse(request.getRemoteAddr());
        if (sender == null) {
            return "unknown";
        }
        List<String> path = forwarded(request);
        for (int i = path.size() - 1; i >= 0 && trusts(sender); i--) {
            InetAddress before = parse(path.get(i));
            if (before == null) {
                break;
            }
            sender = before;
        }
        return sender instanceof Inet6Address wide ? network(wide) : sender.getHostAddress();
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(proxies -> proxies.matches(address.getHostAddress()));
    }

    /** From the client to the last proxy; several headers count as one. */
    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaders(FORWARDED)).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** Never asks a name server. An IPv4 address in the form of IPv6 is the IPv4 address. */
    private static @Nullable InetAddress parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String literal = text.indexOf('%') < 0 ? text : text.substring(0, text.indexOf('%'));
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            boolean whole =
                    literal.indexOf(':') >= 0 || address.getHostAddress().equals(literal);
            return whole ? address : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static String network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + NETWORK_BYTES * Byte.SIZE;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }
}
