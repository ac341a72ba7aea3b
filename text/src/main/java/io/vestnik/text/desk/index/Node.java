/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

/** An item that a desk relates to others. The natural order is the canonical one: by time, then by article and place. */
@SuppressWarnings("ComparableType") // identity: a desk holds one object an item
public abstract class Node implements Comparable<Node> {
    static final int NOWHERE = -1;

    /** Where an index keeps the item: of the index alone. */
    int slot = NOWHERE;

    /** False while no item is kept from being a hub by this one: of the index alone. */
    boolean mayKeepOut;

    private final String articleId;
    private final long time;
    private final int inArticle;

    /**
     * Makes an item.
     *
     * @param articleId the article that it is or stands in
     * @param time firstObservedAt of the article, milliseconds since the epoch
     * @param inArticle where it stands among the items of its article
     */
    protected Node(String articleId, long time, int inArticle) {
        this.articleId = articleId;
        this.time = time;
        this.inArticle = inArticle;
    }

    /** Id of the article. */
    public final String id() {
        return articleId;
    }

    /** Earliest observation of the article, milliseconds since the epoch. */
    public final long time() {
        return time;
    }

    @Override
    public final int compareTo(Node other) {
        if (time != other.time) {
            return time < other.time ? -1 : 1;
        }
        if (this == other) {
            return 0;
        }
        int byArticle = articleId.compareTo(other.articleId);
        return byArticle == 0 ? Integer.compare(inArticle, other.inArticle) : byArticle;
    }

    @Override
    public final String toString() {
        return inArticle == 0 ? articleId : articleId + ":" + inArticle;
    }
}
