/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.kafka.common.config.ConfigException;

/** A place on the network. An IPv6 address stands in brackets when it is written. */
public record HostPort(String host, int port) {
    private static final int MAX_PORT = 65_535;

    /**
     * Reads {@code host:port} or {@code [address]:port}.
     *
     * @param name of the setting, for the message
     * @param minPort 0 where 0 means a free port, else 1
     * @throws ConfigException when it is neither
     */
    public static HostPort parse(String name, String text, int minPort) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            throw new ConfigException(name, text, "an IPv6 address has to stand in brackets, as [::1]:8085");
        }
        int port;
        try {
            port = Integer.parseInt(text.substring(colon + 1));
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (host.isBlank() || port < minPort || port > MAX_PORT) {
            throw new ConfigException(
                    name, text, "it has to be host:port with a port from " + minPort + " to " + MAX_PORT);
        }
        return new HostPort(host, port);
    }

    /** Whether only programs of this machine reach it; false when that cannot be told. */
    public boolean isLoopback() {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            // Whoever listens there will say so.
            return false;
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
