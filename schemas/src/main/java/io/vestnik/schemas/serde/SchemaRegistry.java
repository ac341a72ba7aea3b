/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import org.apache.avro.Schema;

/** What a serde needs of a schema registry. Safe for use by several threads. */
public interface SchemaRegistry {
    /**
     * A schema with its id in the registry.
     *
     * @param id the id that frames bear
     * @param schema the schema
     */
    record Registered(int id, Schema schema) {}

    /**
     * Registers a schema under a subject; one that is there already keeps its id.
     *
     * @throws SchemaRefusedException when the registry does not take it
     * @throws RegistryUnavailableException when the registry does not answer
     */
    int register(String subject, Schema schema);

    /**
     * The id of a schema that is registered under a subject.
     *
     * @throws SchemaRefusedException when it is not
     * @throws RegistryUnavailableException when the registry does not answer
     */
    int idOf(String subject, Schema schema);

    /**
     * The latest schema of a subject.
     *
     * @throws SchemaRefusedException when the subject has none
     * @throws RegistryUnavailableException when the registry does not answer
     */
    Registered latest(String subject);

    /**
     * The schema with an id.
     *
     * @throws BadRecordException with UNKNOWN_SCHEMA when there is none
     * @throws RegistryUnavailableException when the registry does not answer
     */
    Schema byId(int id);
}
