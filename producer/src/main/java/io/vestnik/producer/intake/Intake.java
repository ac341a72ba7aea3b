/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.JsonArticle;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.SourceItem;
import io.vestnik.producer.text.FieldTimes;
import io.vestnik.producer.text.TextArticleReader;

/**
 * Articles that programs send by HTTP. A request is answered when the brokers have what it brought: the publisher asks
 * for the next item behind a pause only when all before it is committed. It has to be the listener of its own
 * publishing too, as only the publisher knows which articles are refused for what was published before.
 *
 * <p>An article that bears a time of its own counts as observed then, any other when it is taken in.
 */
public final class Intake implements ArticleSource, PublishListener {
    /** Kind of source, as it stands in the article events. */
    public static final String ORIGIN = "http";

    /** Items behind which those who wait are answered, however many more there are. */
    private static final int ANSWER_EVERY = 500;

    private static final long LOOK_MS = 100;

    private final BlockingQueue<Batch> queue;
    private final IntakeServer server;
    private final PublishListener listener;
    /** What was refused since the last pause, by place. */
    private final Map<String, PublishReport.Refusal> refusals = new LinkedHashMap<>();
    /** Requests whose items were all handed out since the last pause. */
    private final List<Batch> handed = new ArrayList<>();

    private Iterator<SourceItem> current = Collections.emptyIterator();
    private int sincePause;
    private boolean paused;
    private volatile boolean closed;

    private Intake(IntakeSettings settings, PublishListener listener) {
        this.queue = new ArrayBlockingQueue<>(settings.waiting());
        this.listener = listener;
        JsonArticle articles = new JsonArticle(
                new TextArticleReader(settings.zone()), new FieldTimes(settings.zone()), settings.maxTextBytes());
        this.server = new IntakeServer(settings, new ArticleBody(articles), queue::offer);
    }

    /**
     * Begins to listen.
     *
     * @param listener is told of what becomes of the articles too
     * @throws io.javalin.util.JavalinBindException when the port cannot be had
     */
    public static Intake start(IntakeSettings settings, PublishListener listener) {
        Intake intake = new Intake(settings, listener);
        intake.server.start();
        return intake;
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public String origin() {
        return ORIGIN;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public @Nullable SourceItem next() throws InterruptedException {
        if (paused) {
            answer();
        }
        while (!closed) {
            if (current.hasNext()) {
                sincePause++;
                return current.next();
            }
            Batch batch = sincePause < ANSWER_EVERY ? queue.poll() : null;
            if (batch == null && !handed.isEmpty()) {
                paused = true;
                return SourceItem.Pause.INSTANCE;
            }
            if (batch == null) {
                batch = queue.poll(LOOK_MS, TimeUnit.MILLISECONDS);
            }
            if (batch != null) {
                handed.add(batch);
                current = batch.items().iterator();
            }
        }
        return null;
    }

    @Override
    public void refused(PublishReport.Refusal refusal) {
        refusals.put(refusal.place(), refusal);
        listener.refused(refusal);
    }

    @Override
    public void read(long items) {
        listener.read(items);
    }

    @Override
    public void committed(long items) {
        listener.committed(items);
    }

    /** Ends the listening; may be called from another thread. Who waits is told that it is not known. */
    @Override
    public void close() {
        closed = true;
        server.close();
    }

    private void answer() {
        paused = false;
        sincePause = 0;
        for (Batch batch : handed) {
            List<Batch.Refused> refused = new ArrayList<>();
            for (SourceItem item : batch.items()) {
                PublishReport.Refusal refusal = refusals.get(IntakeServer.place(item));
                if (refusal != null) {
                    refused.add(
                            new Batch.Refused(refusal.place(), refusal.reason().name(), refusal.message()));
                }
            }
            batch.committed().complete(refused);
        }
        handed.clear();
        refusals.clear();
    }
}
