/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.util.HashMap;
import java.util.Map;

import io.vestnik.schemas.avro.PollMark;
import io.vestnik.schemas.avro.PollState;

/**
 * Which document an article's text comes from. One article stands in several feeds of an outlet, here whole and there as
 * a teaser: without this it would change with every poll. A feed that has a better text takes it over. Safe for several
 * threads.
 */
final class Owners {
    private record Owner(String address, int rank) {}

    private final Map<String, Owner> owners = new HashMap<>();

    /** Takes in what was known at the last run. */
    synchronized void restore(PollState state) {
        for (PollMark mark : state.getMarks()) {
            claim(mark.getArticleId(), state.getAddress(), mark.getRank());
        }
    }

    /**
     * Claims an article.
     *
     * @param rank of the text that the document may give, as {@link Ranks} has it
     * @return whether it is the document's
     */
    synchronized boolean claim(String articleId, String address, int rank) {
        Owner owner = owners.get(articleId);
        if (rank == Ranks.NONE) {
            return owner == null || owner.address().equals(address);
        }
        if (owner == null || owner.address().equals(address) || owner.rank() < rank) {
            owners.put(articleId, new Owner(address, rank));
            return true;
        }
        return false;
    }

    /** Notes how good the text is that came of a claim. */
    synchronized void settle(String articleId, String address, int rank) {
        Owner owner = owners.get(articleId);
        if (owner != null && owner.address().equals(address) && rank != Ranks.NONE) {
            owners.put(articleId, new Owner(address, rank));
        }
    }

    /** Gives up an article that the document has forgotten. */
    synchronized void release(String articleId, String address) {
        Owner owner = owners.get(articleId);
        if (owner != null && owner.address().equals(address)) {
            owners.remove(articleId);
        }
    }
}
