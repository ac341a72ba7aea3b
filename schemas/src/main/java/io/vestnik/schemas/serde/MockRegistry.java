/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;

/**
 * A registry in memory, for tests: {@code mock://scope}. All serdes of one scope in one process share it. It gives ids
 * from 1 on, one per schema, and checks no compatibility.
 */
public final class MockRegistry implements SchemaRegistry {
    private static final Map<String, MockRegistry> SCOPES = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    private MockRegistry() {}

    /** The registry of a scope, made on first use. */
    public static MockRegistry of(String scope) {
        return SCOPES.computeIfAbsent(scope, s -> new MockRegistry());
    }

    /** Forgets the registry of a scope; serdes that hold it keep it. */
    public static void drop(String scope) {
        SCOPES.remove(scope);
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        int at = schemas.indexOf(schema);
        if (at < 0) {
            schemas.add(schema);
            at = schemas.size() - 1;
        }
        int id = at + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        int id = schemas.indexOf(schema) + 1;
        if (!subjects.getOrDefault(subject, List.of()).contains(id)) {
            throw Refusals.notRegistered(subject, schema, "mock registry");
        }
        return id;
    }

    @Override
    public synchronized Registered latest(String subject) {
        List<Integer> versions = subjects.getOrDefault(subject, List.of());
        if (versions.isEmpty()) {
            throw Refusals.noSubject(subject, "mock registry");
        }
        int id = versions.get(versions.size() - 1);
        return new Registered(id, schemas.get(id - 1));
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new BadRecordException(
                    BadRecordException.Reason.UNKNOWN_SCHEMA, "The mock registry has no schema with id " + id + ".");
        }
        return schemas.get(id - 1);
    }
}
