/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import org.jspecify.annotations.Nullable;

/** An answer that is an error, with the code and the wording that clients of Confluent's registry know. */
final class RegistryError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private RegistryError(int code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Confluent's error code, as 40401 or 409. */
    int code() {
        return code;
    }

    /** The HTTP status: the first three digits of the code. */
    int status() {
        return code >= 10_000 ? code / 100 : code;
    }

    static RegistryError badRequest(String message) {
        return new RegistryError(400, message, null);
    }

    static RegistryError subjectNotFound(String subject) {
        return new RegistryError(40401, "Subject '" + subject + "' not found.", null);
    }

    static RegistryError versionNotFound(int version) {
        return new RegistryError(40402, "Version " + version + " not found.", null);
    }

    static RegistryError schemaNotFound() {
        return new RegistryError(40403, "Schema not found", null);
    }

    static RegistryError schemaNotFound(String id) {
        return new RegistryError(40403, "Schema " + id + " not found", null);
    }

    static RegistryError subjectSoftDeleted(String subject) {
        return new RegistryError(
                40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently", null);
    }

    static RegistryError subjectNotSoftDeleted(String subject) {
        return new RegistryError(
                40405, "Subject '" + subject + "' was not deleted first before being permanently deleted", null);
    }

    static RegistryError versionSoftDeleted(String subject, int version) {
        return new RegistryError(
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently",
                null);
    }

    static RegistryError versionNotSoftDeleted(String subject, int version) {
        return new RegistryError(
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted",
                null);
    }

    static RegistryError noSubjectLevel(String subject) {
        return new RegistryError(
                40408, "Subject '" + subject + "' does not have subject-level compatibility configured", null);
    }

    static RegistryError incompatible(String subject, String details) {
        return new RegistryError(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: [" + details + "]",
                null);
    }

    static RegistryError invalidSchema(@Nullable String why, @Nullable Throwable cause) {
        return new RegistryError(42201, "Invalid schema: " + why, cause);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
                        + " \"latest\"",
                null);
    }

    static RegistryError invalidCompatibilityLevel() {
        return new RegistryError(
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive,"
                        + " forward_transitive, and full_transitive",
                null);
    }

    static RegistryError storeFailed(Throwable cause) {
        return new RegistryError(50001, "Error in the backend data store: " + cause.getMessage(), cause);
    }
}
