package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The checklist's forged headers. */
class FindingOutWhoSends {
    private static final String PROXY = "10.0.0.7";
    private static final String CLIENT = "203.0.113.9";

    @Test
    void believesNobodyUnlessToldTo() {
        assertThat(address(List.of(), CLIENT, "198.51.100.1")).isEqualTo(CLIENT);
        assertThat(address(List.of(), "127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void doesNotBelieveStrangers() {
        assertThat(behindProxies(CLIENT, "198.51.100.1")).isEqualTo(CLIENT);
        assertThat(behindProxies(CLIENT, PROXY)).isEqualTo(CLIENT);
    }

    @Test
    void believesItsOwnProxies() {
        assertThat(behindProxies(PROXY, CLIENT)).isEqualTo(CLIENT);
        assertThat(behindProxies("fd00::1", CLIENT)).isEqualTo(CLIENT);
        assertThat(behindProxies("::ffff:10.0.0.7", CLIENT)).isEqualTo(CLIENT);
    }

    @Test
    void passesSeveralProxies() {
        assertThat(behindProxies(PROXY, CLIENT + ", 10.0.0.8, 10.0.0.9")).isEqualTo(CLIENT);
        assertThat(behindProxies(PROXY, CLIENT, "10.0.0.8", " fd00::2 ")).isEqualTo(CLIENT);
    }

    @Test
    void goesNoFurtherThanWhatItsOwnProxiesWrote() {
        assertThat(behindProxies(PROXY, "198.51.100.1, " + CLIENT)).isEqualTo(CLIENT);
        assertThat(behindProxies(PROXY, "198.51.100.1", CLIENT)).isEqualTo(CLIENT);
        assertThat(behindProxies(PROXY, "10.0.0.1, " + CLIENT)).isEqualTo(CLIENT);
        assertThat(behindProxies(PROXY, "10.0.0.1, " + CLIENT + ", 10.0.0.9")).isEqualTo(CLIENT);
    }

    @Test
    void takesTheFarthestProxyWhereNobodyElseIsNamed() {
        assertThat(behindProxies(PROXY)).isEqualTo(PROXY);
        assertThat(behindProxies(PROXY, "10.0.0.1, 10.0.0.2")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "localhost",
                "example.org",
                "1",
                "1.2.3",
                "0x7f.0.0.1",
                "127.0.0.01",
                "256.1.1.1",
                "1.2.3.4:80",
                "[2001:db8::1]:80",
                "2001:db8::g",
                "1.2.3.4'; drop table",
                "\u0661.\u0662.\u0663.\u0664"
            })
    void stopsAtWhatIsNoAddress(String garbage) {
        assertThat(behindProxies(PROXY, garbage)).isEqualTo(PROXY);
        assertThat(behindProxies(PROXY, "198.51.100.1, " + garbage)).isEqualTo(PROXY);
        assertThat(behindProxies(PROXY, garbage + ", " + CLIENT)).isEqualTo(CLIENT);
        assertThat(behindProxies(PROXY, garbage + ", 10.0.0.9")).isEqualTo("10.0.0.9");
    }

    @Test
    void countsANetworkAsOneAddress() {
        assertThat(behindProxies(PROXY, "2001:db8:1:2:3:4:5:6"))
                .isEqualTo(behindProxies(PROXY, "2001:DB8:1:2::"))
                .isEqualTo("2001:db8:1:2:0:0:0:0/64")
                .isNotEqualTo(behindProxies(PROXY, "2001:db8:1:3:3:4:5:6"));
    }

    @Test
    void knowsIpv4InTheFormOfIpv6() {
        assertThat(address(List.of(), "::ffff:203.0.113.9")).isEqualTo(CLIENT);
        assertThat(behindProxies(PROXY, "::ffff:cb00:7109")).isEqualTo(CLIENT);
    }

    @Test
    void readsAddressesOfALink() {
        assertThat(address(List.of(), "fe80::1%eth0")).isEqualTo("fe80:0:0:0:0:0:0:0/64");
    }

    @Test
    void refusesANetworkThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAddress(new EdgeSettings(List.of("proxy.example.org"), 1, 1)));
    }

    private static String behindProxies(String peer, String... forwarded) {
        return address(List.of("10.0.0.0/8", "fd00::/8"), peer, forwarded);
    }

    private static String address(List<String> trusted, String peer, String... forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (String header : forwarded) {
            request.addHeader(ClientAddress.FORWARDED, header);
        }
        return new ClientAddress(new EdgeSettings(trusted, 1, 1)).of(request);
    }
}
