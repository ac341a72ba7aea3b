/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.serde.AvroSerde;
import io.vestnik.schemas.serde.SchemaRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedRegistryTest {
    @TempDir
    private Path temp;

    @Test
    void shouldKeepItsSchemasAndIdsOverARestartOfTheBroker() throws Exception {
        Path data = temp.resolve("data");
        byte[] framed;
        DeadLetter letter = letter();
        try (EmbeddedBroker broker = EmbeddedBroker.start(data);
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
                AvroSerde<DeadLetter> serde = serde(registry)) {
            framed = serde.serializer().serialize("letters", letter);
            new RegistryClient(registry.url()).put("/config/letters-value", "{'compatibility':'FULL'}");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(data);
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
                AvroSerde<DeadLetter> serde = serde(registry)) {
            assertThat(serde.deserializer().deserialize("letters", framed)).isEqualTo(letter);
            assertThat(serde.serializer().serialize("letters", letter)).isEqualTo(framed);
            RegistryClient client = new RegistryClient(registry.url());
            client.get("/subjects").isOk("['letters-value']");
            client.get("/config/letters-value").isOk("{'compatibilityLevel':'FULL'}");
        }
    }

    @Test
    void shouldRefuseWhatDoesNotFitThroughTheSerdeToo() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("data"));
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
                AvroSerde<DeadLetter> serde = serde(registry)) {
            new RegistryClient(registry.url()).register("letters-value", "'string'");

            assertThatThrownBy(() -> serde.serializer().serialize("letters", letter()))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("letters-value");
        }
    }

    @Test
    void shouldSayThatItsPortIsTaken() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("data"));
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers(), taken.getLocalPort()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private static AvroSerde<DeadLetter> serde(EmbeddedRegistry registry) {
        return AvroSerde.of(DeadLetter.class, Map.of("schema.registry.url", registry.url()));
    }

    private static DeadLetter letter() {
        return DeadLetters.of("producer", "a.txt", null, "EMPTY", "It is empty. Remove it.", new byte[] {1, 2});
    }
}
