/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.streams.mapping.ArticleMapping;
import io.vestnik.text.Analyzer;

/**
 * What must be known of the articles that are erased to find what was made of them: what only they say, and which
 * utterances they were in. It is read from the log of record and from the history, before either is rewritten.
 */
final class ErasedArticles {
    private final Topics topics;
    private final Set<String> ids;
    /** The tables whose rows say what articles say. */
    private final Set<String> telling;

    private final ErasedTerms terms = new ErasedTerms();
    private final Set<String> utterances = new TreeSet<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final Analyzer analyzer = new Analyzer();

    ErasedArticles(Topics topics, Set<String> ids) {
        this.topics = topics;
        this.ids = ids;
        this.telling =
                Set.of(topics.analyses.baseName(), topics.utterances.baseName(), topics.utteranceMembers.baseName());
    }

    Set<String> ids() {
        return ids;
    }

    /** How many events of an article the log holds. */
    long events(String articleId) {
        return events.getOrDefault(articleId, 0L);
    }

    /** Whether an utterance was ever one of an erased article. */
    boolean said(String utteranceId) {
        return utterances.contains(utteranceId);
    }

    RowRedaction redaction() {
        return new RowRedaction(ids, terms);
    }

    /** Whether what only they say is in a text. */
    boolean in(String text) {
        return terms.in(text);
    }

    /** Whether it is anywhere in bytes that cannot be read as what they are. */
    boolean within(ByteBuffer bytes) {
        return terms.within(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
    }

    /** Reads the log of record and the history, each twice: first for what they say, then for what others say too. */
    void learn(PartitionReader reader, Map<String, ?> serdes) {
        try (Deserializer<ArticleEvent> articles = topics.articles.serde(serdes).deserializer();
                Deserializer<HistoryEntry> history =
                        topics.history.serde(serdes).deserializer()) {
            reader.read(topics.articles.name(), record -> event(articles, record, true));
            reader.read(topics.history.name(), record -> entry(history, record, true));
            reader.read(topics.articles.name(), record -> event(articles, record, false));
            reader.read(topics.history.name(), record -> entry(history, record, false));
        }
    }

    private void event(
            Deserializer<ArticleEvent> values, ConsumerRecord<byte[], byte @Nullable []> record, boolean erased) {
        String articleId = PartitionReader.key(record);
        if (record.value() == null || ids.contains(articleId) != erased) {
            return;
        }
        ArticleEvent event = values.deserialize(record.topic(), record.value());
        ArticleContent content = event.getContent();
        if (erased) {
            events.merge(articleId, 1L, Long::sum);
        }
        if (content != null) {
            Strings.of(content, erased ? terms::add : terms::subtract);
            String hash = event.getContentHash();
            if (erased && hash != null) {
                // What is read from a text (names in the nominative, for one) need not stand in it.
                Strings.of(
                        ArticleMapping.row(
                                articleId,
                                hash,
                                event.getObservedAt(),
                                content,
                                analyzer.analyze(ArticleMapping.document(articleId, content))),
                        terms::add);
            }
        }
    }

    private void entry(
            Deserializer<HistoryEntry> values, ConsumerRecord<byte[], byte @Nullable []> record, boolean erased) {
        // By the key, table|rowKey, as most entries are of other tables.
        String table = Keys.split(PartitionReader.key(record)).get(0);
        if (record.value() == null || !telling.contains(table)) {
            return;
        }
        HistoryEntry entry = values.deserialize(record.topic(), record.value());
        boolean own = isOfErased(entry.getTable(), entry.getRowKey());
        if (erased) {
            if (own && entry.getTable().equals(topics.utteranceMembers.baseName())) {
                utterances.add(Keys.split(entry.getRowKey(), 3).get(0));
            }
            Utterance utterance = row(topics.utterances, entry);
            if (utterance != null && ids.contains(utterance.getSourceArticleId())) {
                utterances.add(utterance.getUtteranceId());
            }
        }
        Analysis analysis = row(topics.analyses, entry);
        if (own == erased && analysis != null) {
            Consumer<String> use = erased ? terms::add : terms::subtract;
            Strings.of(analysis, use);
        }
    }

    /** Whether a row of a table is one of an erased article alone. */
    boolean isOfErased(String table, String rowKey) {
        if (table.equals(topics.analyses.baseName()) || table.equals(topics.placements.baseName())) {
            return ids.contains(rowKey);
        }
        if (table.equals(topics.coverageMembers.baseName())) {
            return ids.contains(Keys.split(rowKey).get(1));
        }
        if (table.equals(topics.utteranceMembers.baseName())) {
            return ids.contains(Keys.split(rowKey, 3).get(1));
        }
        return false;
    }

    /** The row of an entry, when it is one of the given table by this version's schema. */
    static <V extends SpecificRecord> @Nullable V row(Topic<V> table, HistoryEntry entry) {
        Long schema = entry.getSchema$();
        if (!entry.getTable().equals(table.baseName())
                || entry.getRow() == null
                || schema == null
                || schema != CanonicalAvro.fingerprint(table.valueType())) {
            return null;
        }
        byte[] body = new byte[entry.getRow().remaining()];
        entry.getRow().duplicate().get(body);
        return CanonicalAvro.record(table.valueType(), body);
    }
}
