/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that has no end, as a stream whose reads time out: a connection that died without a word is known by
 * its silence alone, and the stream of the HTTP client itself waits for good.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
    private static final Signal END = new Signal(List.of(), null);

    private final long silenceMs;
    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
    private volatile @Nullable Subscription subscription;
    private volatile boolean closed;

    private record Signal(List<ByteBuffer> bytes, @Nullable Throwable fault) {}

    BodyStream(Duration silence) {
        silenceMs = silence.toMillis();
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription itsSubscription) {
        subscription = itsSubscription;
        if (closed) {
            itsSubscription.cancel();
        } else {
            itsSubscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        signals.add(new Signal(bytes, null));
    }

    @Override
    public void onError(Throwable fault) {
        signals.add(new Signal(List.of(), fault));
    }

    @Override
    public void onComplete() {
        signals.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (buffers.isEmpty()) {
            if (!take()) {
                return -1;
            }
        }
        ByteBuffer buffer = buffers.getFirst();
        int taken = Math.min(length, buffer.remaining());
        buffer.get(bytes, from, taken);
        if (!buffer.hasRemaining()) {
            buffers.removeFirst();
        }
        return taken;
    }

    /** Waits for more; false at the end. */
    private boolean take() throws IOException {
        Signal signal;
        try {
            signal = signals.poll(silenceMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (signal == null) {
            throw new SocketTimeoutException("silent for " + silenceMs + " ms");
        }
        if (signal.fault() != null) {
            throw new IOException(signal.fault());
        }
        if (closed || signal.equals(END)) {
            return false;
        }
        signal.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(buffers::add);
        Subscription from = subscription;
        if (from != null) {
            from.request(1);
        }
        return true;
    }

    /** Ends it, from any thread: who waits in a read is told that there is no more. */
    @Override
    public void close() {
        closed = true;
        Subscription from = subscription;
        if (from != null) {
            from.cancel();
        }
        signals.add(END);
    }
}
