/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.regex.Pattern;

import org.apache.kafka.common.internals.Topic;

/**
 * Names of topics: a namespace and a base name. The live namespace is empty; a replay's ends with a dot, as {@code
 * replay.R1.}, so that {@code news.articles.v1} becomes {@code replay.R1.news.articles.v1}.
 */
public final class TopicNames {
    private static final String ROOT = "news.";
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.");

    private TopicNames() {}

    /** The namespace of the replay with the given run id. */
    public static String replay(String runId) {
        return checkNamespace("replay." + runId + ".");
    }

    /**
     * The full name.
     *
     * @throws IllegalArgumentException when the namespace is not one, or the name is too long for Kafka
     */
    public static String of(String namespace, String baseName) {
        String name = checkNamespace(namespace) + baseName;
        Topic.validate(name);
        return name;
    }

    /** The name without its namespace; the name itself when it holds no base name of the catalogue's form. */
    public static String base(String name) {
        int at = name.startsWith(ROOT) ? 0 : name.indexOf("." + ROOT) + 1;
        return name.substring(at);
    }

    /** The namespace of a full name; empty for a live one. */
    public static String namespace(String name) {
        return name.substring(0, name.length() - base(name).length());
    }

    static String checkNamespace(String namespace) {
        boolean wellFormed = namespace.isEmpty() || NAMESPACE.matcher(namespace).matches();
        if (!wellFormed || ("." + namespace).contains("." + ROOT)) {
            throw new IllegalArgumentException("Not a namespace of topics: '" + namespace
                    + "'. Use letters, digits, '_' and '-' in parts that each end with a dot, none of them 'news', as"
                    + " replay.R1.");
        }
        return namespace;
    }
}
