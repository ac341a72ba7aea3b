/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressGuardTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "::1, loopback",
        "::ffff:127.0.0.1, loopback",
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "::, unspecified",
        "10.1.2.3, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "::ffff:10.0.0.1, private",
        "64:ff9b::10.0.0.1, private",
        "2002:c0a8:0101::1, private",
        "2002:7f00:1::, loopback",
        "169.254.169.254, link-local",
        "fe80::1, link-local",
        "fc00::1, unique local",
        "fdff:1::2, unique local",
        "fec0::1, site-local",
        "100.64.0.1, shared by a carrier",
        "224.0.0.1, multicast",
        "ff02::1, multicast",
        "255.255.255.255, reserved",
        "192.0.2.1, reserved",
        "198.18.0.1, reserved",
        "203.0.113.7, reserved",
        "2001:db8::1, reserved",
        "2001:0:1::, reserved",
        "::127.0.0.1, reserved",
    })
    void shouldRefuseWhatIsNotOnTheOpenInternet(String address, String kind) throws Exception {
        assertThat(new AddressGuard(List.of()).refusal(address(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "169.253.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "223.255.255.255",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1"
            })
    void shouldLetTheOpenInternetThrough(String address) throws Exception {
        assertThat(new AddressGuard(List.of()).refusal(address(address))).isNull();
    }

    @Test
    void shouldOpenWhatTheOperatorOpensAndNoMore() throws Exception {
        AddressGuard guard = new AddressGuard(List.of(Network.parse("10.20.0.0/15"), Network.parse("::1")));

        assertThat(guard.refusal(address("10.21.255.255"))).isNull();
        assertThat(guard.refusal(address("10.22.0.0"))).isEqualTo("private");
        assertThat(guard.refusal(address("::1"))).isNull();
        assertThat(guard.refusal(address("127.0.0.1"))).isEqualTo("loopback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "localhost/8", "10.0.0.0/x", "example.org"})
    void shouldRefuseWhatIsNoRange(String range) {
        assertThatThrownBy(() -> Network.parse(range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Write it as");
    }

    private static InetAddress address(String figures) throws UnknownHostException {
        return InetAddress.getAllByName(figures)[0];
    }
}
