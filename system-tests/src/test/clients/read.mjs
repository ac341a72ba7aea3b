// SPDX-License-Identifier: Apache-2.0
// Reads a topic to its end with kafkajs and prints {"key", "value"} a line, values decoded by Confluent's framing.
// node read.mjs BOOTSTRAP REGISTRY TOPIC
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const { Kafka, CompressionCodecs, CompressionTypes, logLevel } = kafkajs;
// kafkajs brings gzip alone; any codec can be put in.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const QUIET_MS = 5000;
const [bootstrap, registryUrl, topic] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'reader', brokers: bootstrap.split(','), logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host: registryUrl });
const consumer = kafka.consumer({ groupId: `reader-${process.pid}-${Date.now()}` });

let last = Date.now();
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    last = Date.now();
    const value = message.value === null ? null : await registry.decode(message.value);
    console.log(JSON.stringify({ key: message.key.toString(), value }));
  },
});
while (Date.now() - last < QUIET_MS) {
  await new Promise((done) => setTimeout(done, 200));
}
await consumer.disconnect();
