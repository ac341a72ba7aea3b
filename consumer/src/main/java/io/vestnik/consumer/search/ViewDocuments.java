/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.SpeakerCount;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;

/** What the index holds of each view. */
final class ViewDocuments {
    private final Document document = new Document();
    private final TreeSet<String> names = new TreeSet<>();

    private ViewDocuments(SearchKind kind, String id, int articles, Instant latest) {
        String key = Fields.key(kind, id);
        document.add(new StringField(Fields.KEY, key, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new StringField(Fields.KIND, kind.pathName(), Field.Store.YES));
        document.add(new StringField(Fields.ID, id, Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(Fields.ARTICLES, articles));
        document.add(new LongPoint(Fields.ARTICLES, articles));
        document.add(new NumericDocValuesField(Fields.LATEST, latest.toEpochMilli()));
    }

    /** A view of any kind that is found. */
    static Document of(SpecificRecord view) {
        if (view instanceof StoryView story) {
            return of(story);
        } else if (view instanceof ArticleView article) {
            return of(article);
        } else if (view instanceof UtteranceView utterance) {
            return of(utterance);
        } else if (view instanceof EntityView entity) {
            return of(entity);
        }
        throw new IllegalArgumentException(
                "not found by words: " + view.getSchema().getName());
    }

    /** A story: its title, the titles of its articles, who and what is named. */
    static Document of(StoryView view) {
        ViewDocuments story =
                new ViewDocuments(SearchKind.STORY, view.getStory(), view.getArticles(), view.getLastObservedAt());
        story.title(view.getTitle());
        view.getMembers().stream().map(ArticleLine::getTitle).distinct().forEach(story::body);
        view.getOutlets().stream().map(OutletCount::getOutlet).forEach(story.names::add);
        view.getSpeakers().stream().map(SpeakerCount::getSpeaker).forEach(story.names::add);
        view.getEntities().stream().map(EntityCount::getName).forEach(story.names::add);
        return story.done();
    }

    /** An article: its title, its quotes, who and what is named. */
    static Document of(ArticleView view) {
        ViewDocuments article =
                new ViewDocuments(SearchKind.ARTICLE, view.getArticleId(), 1, view.getFirstObservedAt());
        article.title(view.getTitle());
        article.observed(view.getFirstObservedAt());
        article.exact(Fields.ARTICLE, view.getArticleId());
        article.exact(Fields.LANGUAGE, view.getLanguage());
        article.exact(Fields.THEME, view.getTheme());
        article.exact(Fields.STORY, view.getStory());
        article.document.add(new SortedDocValuesField(Fields.STORY, new BytesRef(view.getStory())));
        if (view.getOutlet() != null) {
            article.outlets(List.of(view.getOutlet().getName()));
        }
        TreeSet<String> entities = new TreeSet<>();
        for (Mention mention : view.getMentions()) {
            article.names.add(mention.getName());
            article.names.add(mention.getText());
            entities.add(mention.getEntityId());
        }
        TreeSet<String> speakers = new TreeSet<>();
        for (Quote quote : view.getQuotes()) {
            article.body(quote.getText());
            article.speaker(speakers, quote.getSpeaker(), quote.getSpeakerEntity());
            if (quote.getSpeakerEntity() != null) {
                entities.add(quote.getSpeakerEntity());
            }
        }
        entities.forEach(entity -> article.exact(Fields.ENTITY, entity));
        speakers.forEach(speaker -> article.exact(Fields.SPEAKER, speaker));
        return article.done();
    }

    /** An utterance: its words and those of its renderings, who says them. */
    static Document of(UtteranceView view) {
        ViewDocuments utterance = new ViewDocuments(
                SearchKind.UTTERANCE, view.getUtteranceId(), view.getArticles(), view.getFirstObservedAt());
        utterance.title(view.getText());
        utterance.observed(view.getFirstObservedAt());
        utterance.exact(Fields.LANGUAGE, view.getLanguage());
        utterance.outlets(view.getOutlets());
        TreeSet<String> articles = new TreeSet<>();
        TreeSet<String> texts = new TreeSet<>();
        for (UtteranceMember member : view.getMembers()) {
            articles.add(member.getArticleId());
            texts.add(member.getText());
        }
        texts.remove(view.getText());
        texts.forEach(utterance::body);
        articles.forEach(article -> utterance.exact(Fields.ARTICLE, article));
        TreeSet<String> speakers = new TreeSet<>();
        utterance.speaker(speakers, view.getSpeaker(), view.getSpeakerEntity());
        speakers.forEach(speaker -> utterance.exact(Fields.SPEAKER, speaker));
        return utterance.done();
    }

    /** An entity: its name and its written forms. */
    static Document of(EntityView view) {
        ViewDocuments entity =
                new ViewDocuments(SearchKind.ENTITY, view.getEntityId(), view.getArticles(), view.getFirstObservedAt());
        entity.title(view.getName());
        entity.observed(view.getFirstObservedAt());
        entity.exact(Fields.ENTITY, view.getEntityId());
        entity.exact(Fields.ENTITY_TYPE, Fields.folded(view.getType().name()));
        entity.document.add(new NumericDocValuesField(Fields.QUOTES, view.getQuotes()));
        entity.document.add(new LongPoint(Fields.QUOTES, view.getQuotes()));
        entity.names.addAll(view.getVariants());
        return entity.done();
    }

    private void title(@Nullable String title) {
        text(Fields.TITLE, title, Field.Store.YES);
    }

    private void body(@Nullable String body) {
        text(Fields.BODY, body, Field.Store.YES);
    }

    private void text(String field, @Nullable String text, Field.Store store) {
        if (text != null) {
            document.add(new TextField(field, text, store));
            document.add(new TextField(Fields.WORDS, text, Field.Store.NO));
        }
    }

    private void outlets(List<String> outlets) {
        outlets.forEach(outlet -> {
            names.add(outlet);
            exact(Fields.OUTLET, Fields.folded(outlet));
        });
    }

    private void speaker(Set<String> speakers, @Nullable String name, @Nullable String entity) {
        if (name != null) {
            names.add(name);
            speakers.add(Fields.folded(name));
        }
        if (entity != null) {
            speakers.add(entity);
        }
    }

    private void observed(Instant time) {
        document.add(new LongPoint(Fields.OBSERVED, time.toEpochMilli()));
    }

    private void exact(String field, @Nullable String value) {
        if (value != null) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private Document done() {
        names.forEach(name -> text(Fields.NAMES, name, Field.Store.NO));
        return document;
    }
}
