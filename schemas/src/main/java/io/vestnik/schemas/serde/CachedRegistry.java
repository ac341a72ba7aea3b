/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;

/**
 * Asks a registry once for each schema and each id. What a registry once gave stays true for good, but for the latest
 * schema of a subject: that one stays for the life of the serializer, as it does in Confluent's. Failures are not kept.
 */
final class CachedRegistry implements SchemaRegistry {
    private record Subject(String name, Schema schema) {}

    private final SchemaRegistry registry;
    private final Map<Subject, Integer> registered = new ConcurrentHashMap<>();
    private final Map<Subject, Integer> ids = new ConcurrentHashMap<>();
    private final Map<String, Registered> latest = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    CachedRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.computeIfAbsent(new Subject(subject, schema), s -> registry.register(subject, schema));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.computeIfAbsent(new Subject(subject, schema), s -> registry.idOf(subject, schema));
    }

    @Override
    public Registered latest(String subject) {
        return latest.computeIfAbsent(subject, registry::latest);
    }

    @Override
    public Schema byId(int id) {
        return schemas.computeIfAbsent(id, registry::byId);
    }
}
