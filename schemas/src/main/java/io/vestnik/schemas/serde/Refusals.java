/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import org.apache.avro.Schema;

/** The refusals that every kind of registry words alike. */
final class Refusals {
    private Refusals() {}

    static SchemaRefusedException notRegistered(String subject, Schema schema, String registry) {
        return new SchemaRefusedException("The schema of " + schema.getFullName() + " is not registered under subject "
                + subject + " at " + registry + ". Register it, or set " + SerdeSettings.AUTO_REGISTER + "=true.");
    }

    static SchemaRefusedException noSubject(String subject, String registry) {
        return new SchemaRefusedException("Subject " + subject + " has no schema at " + registry + ", but "
                + SerdeSettings.USE_LATEST + "=true asks for its latest one. Register it first.");
    }

    static SchemaRefusedException incompatible(String subject, Schema schema, String registry, String why) {
        return new SchemaRefusedException("The schema of " + schema.getFullName()
                + " is not compatible with those under subject " + subject + " at " + registry + ": " + why
                + " Deploy versions of Vestnik in an order that their schemas allow, or use another namespace.");
    }

    static SchemaRefusedException invalid(String subject, Schema schema, String registry, String why) {
        return new SchemaRefusedException("The schema of " + schema.getFullName() + " is invalid to " + registry
                + " under subject " + subject + ": " + why);
    }
}
