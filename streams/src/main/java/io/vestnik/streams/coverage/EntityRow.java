/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import io.vestnik.schemas.avro.Entity;

/** The row of an entity, from the coverage of its topic. */
final class EntityRow {
    private static final int MAX_VARIANTS = 50;
    private static final int MAX_COMPANIONS = 20;

    private EntityRow() {}

    /** The row of an entity that at least one article names. */
    static Entity of(String entityId, TopicTallies tallies, Ends.Place first) {
        TopicTallies.EntityTally self = tallies.entities().get(entityId);
        if (self == null) {
            throw new IllegalStateException("no member of the topic of entity " + entityId + " names it");
        }
        return Entity.newBuilder()
                .setEntityId(entityId)
                .setType(self.type)
                .setName(Names.clip(self.name()))
                .setVariants(self.variants.all().stream()
                        .limit(MAX_VARIANTS)
                        .map(Names::clip)
                        .toList())
                .setArticles(self.articles)
                .setMentions(self.mentions)
                .setQuotes(tallies.ownQuotes())
                .setFirstObservedAt(first.at())
                .setCompanions(Top.entities(tallies, entityId, MAX_COMPANIONS))
                .build();
    }
}
