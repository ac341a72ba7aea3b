/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is told of an address in the OpenAPI document. All are asked by GET.
 *
 * @param path as the server's router has it: {@code {id}}, or {@code <id>} where an id may have slashes
 * @param id name of the operation, for programs
 * @param summary what is answered, in a sentence
 * @param parameters what may be asked
 * @param answers what a good answer is, by media type
 * @param refusals statuses of refusals but for 401, 500 and 503, which any address may give
 */
public record Operation(
        String path, String id, String summary, List<Parameter> parameters, List<Body> answers, Set<Integer> refusals) {
    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param description what it does, in a sentence
     * @param schema JSON schema of its value
     */
    public record Parameter(String name, String in, boolean required, String description, ObjectNode schema) {}

    /**
     * A kind of answer.
     *
     * @param mediaType its media type
     * @param schema JSON schema of it; for what is no JSON that of a string
     */
    public record Body(String mediaType, ObjectNode schema) {}

    /** An operation that answers with JSON and takes nothing. */
    public static Operation json(String path, String id, String summary, ObjectNode schema) {
        return new Operation(path, id, summary, List.of(), List.of(new Body(Answer.JSON, schema)), Set.of());
    }

    /** The same with more that may be asked. */
    public Operation with(Parameter... more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(Arrays.asList(more));
        return new Operation(path, id, summary, List.copyOf(all), answers, refusals);
    }

    /** The path as OpenAPI writes it. */
    public String template() {
        return path.replace('<', '{').replace('>', '}');
    }
}
