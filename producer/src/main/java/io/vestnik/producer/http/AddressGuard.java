/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which IP addresses a stranger's document may lead to: those of the open internet, and what the operator opens. The
 * special ranges are those of IANA's registries for IPv4 and IPv6 (RFC 6890 and its successors).
 */
public final class AddressGuard {
    private static final Map<String, List<Network>> CLOSED = closed();
    private static final Network NAT64 = Network.parse("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

    private final List<Network> open;

    /**
     * A guard.
     *
     * @param open ranges that may be connected to though they are special
     */
    public AddressGuard(List<Network> open) {
        this.open = List.copyOf(open);
    }

    /** What kind of special address it is, as "loopback"; null when it may be connected to. */
    public @Nullable String refusal(InetAddress address) {
        if (open.stream().anyMatch(network -> network.contains(address))) {
            return null;
        }
        InetAddress inner = embedded(address);
        if (inner != null) {
            return refusal(inner);
        }
        for (Map.Entry<String, List<Network>> kind : CLOSED.entrySet()) {
            if (kind.getValue().stream().anyMatch(network -> network.contains(address))) {
                return kind.getKey();
            }
        }
        return null;
    }

    /** The IPv4 address that a translator would connect to instead of this one; null when there is none. */
    private static @Nullable InetAddress embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return null;
        }
        byte[] bytes = address.getAddress();
        int from = NAT64.contains(address) ? 12 : SIX_TO_FOUR.contains(address) ? 2 : -1;
        if (from < 0) {
            return null;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static Map<String, List<Network>> closed() {
        // What lies in two of them is called by the first.
        Map<String, List<Network>> closed = new LinkedHashMap<>();
        closed.put("unspecified", networks("0.0.0.0/8", "::/128"));
        closed.put("loopback", networks("127.0.0.0/8", "::1/128"));
        closed.put("private", networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"));
        closed.put("unique local", networks("fc00::/7"));
        closed.put("site-local", networks("fec0::/10"));
        closed.put("link-local", networks("169.254.0.0/16", "fe80::/10"));
        closed.put("shared by a carrier", networks("100.64.0.0/10"));
        closed.put("multicast", networks("224.0.0.0/4", "ff00::/8"));
        closed.put(
                "reserved",
                networks(
                        "192.0.0.0/24",
                        "192.0.2.0/24",
                        "192.88.99.0/24",
                        "198.18.0.0/15",
                        "198.51.100.0/24",
                        "203.0.113.0/24",
                        "240.0.0.0/4",
                        "::/96",
                        "64:ff9b:1::/48",
                        "100::/64",
                        "2001::/23",
                        "2001:db8::/32",
                        "3fff::/20",
                        "5f00::/16"));
        return closed;
    }

    private static List<Network> networks(String... ranges) {
        return Arrays.stream(ranges).map(Network::parse).toList();
    }
}
