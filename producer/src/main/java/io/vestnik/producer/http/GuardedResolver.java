/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for connections, and gives only addresses that may be connected to. The client connects to just what
 * is given here, so a name that has another address the next time it is asked for gains nothing by it.
 */
final class GuardedResolver implements DnsResolver {
    private static final Pattern LITERAL = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9A-Fa-f:.]*:.*");

    /** Asks for the addresses of a name. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final AddressGuard guard;
    private final Lookup lookup;
    private final boolean literalsAreMeant;

    /**
     * A resolver.
     *
     * @param literalsAreMeant whether an address in figures, or localhost, was written by the operator and is meant
     */
    GuardedResolver(AddressGuard guard, Lookup lookup, boolean literalsAreMeant) {
        this.guard = guard;
        this.lookup = lookup;
        this.literalsAreMeant = literalsAreMeant;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.of(host);
        if (literalsAreMeant && (LITERAL.matcher(host).matches() || host.equals("localhost"))) {
            return addresses;
        }
        List<InetAddress> allowed = new ArrayList<>();
        String refused = null;
        for (InetAddress address : addresses) {
            String refusal = guard.refusal(address);
            if (refusal == null) {
                allowed.add(address);
            } else {
                refused = host + " has the address " + address.getHostAddress() + ", which is " + refusal;
            }
        }
        if (allowed.isEmpty() && refused != null) {
            throw new RefusedAddress(refused);
        }
        return allowed.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name has addresses, but none that may be connected to. */
    static final class RefusedAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddress(String message) {
            super(message);
        }
    }
}
