/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/** A server on loopback that does what a test tells it to: also what no server should. */
public final class FaultyServer implements AutoCloseable {
    /** A request: its path with query, and its headers by their names in lower case. */
    public record Request(String path, Map<String, String> headers) {
        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    /** An answer. */
    public static final class Reply {
        private final int status;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private byte[] body = new byte[0];
        private int cutAt = -1;
        private int chunk = Integer.MAX_VALUE;
        private long pauseMs;
        private boolean withLength = true;
        private byte @Nullable [] raw;

        private Reply(int status) {
            this.status = status;
        }

        public static Reply of(int status) {
            return new Reply(status);
        }

        public static Reply ok(String contentType, String body) {
            return ok(contentType, body.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply ok(String contentType, byte[] body) {
            return new Reply(200).header("Content-Type", contentType).body(body);
        }

        public static Reply redirect(int status, String to) {
            return new Reply(status).header("Location", to);
        }

        public Reply header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Reply body(byte[] bytes) {
            body = bytes;
            return this;
        }

        /** Breaks the connection off after so many bytes of the body. */
        public Reply cutAt(int bytes) {
            cutAt = bytes;
            return this;
        }

        /** Sends so many bytes at a time, with a pause behind each. */
        public Reply slowly(int bytes, long ms) {
            chunk = bytes;
            pauseMs = ms;
            return this;
        }

        /** The end of the body is told by the end of the connection alone. */
        public Reply withoutLength() {
            withLength = false;
            return this;
        }

        /** Just these bytes, whatever they are. */
        public static Reply raw(String bytes) {
            Reply reply = new Reply(0);
            reply.raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
            return reply;
        }
    }

    private final ServerSocket socket;
    private final Map<String, Function<Request, Reply>> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public FaultyServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The address of a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public FaultyServer on(String path, Function<Request, Reply> answer) {
        pages.put(path, answer);
        return this;
    }

    public FaultyServer on(String path, Reply reply) {
        return on(path, request -> reply);
    }

    /** What was asked for at a path. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** The paths that were asked for, in their order, without robots.txt. */
    public List<String> asked() {
        return requests.stream()
                .map(Request::path)
                .filter(path -> !path.equals("/robots.txt"))
                .toList();
    }

    public void forget() {
        requests.clear();
    }

    /** Bytes packed by gzip. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread thread = new Thread(() -> serve(connection), "faulty-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // The server was closed.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            OutputStream out = new BufferedOutputStream(connection.getOutputStream());
            Request request = read(in);
            while (request != null) {
                requests.add(request);
                String path = request.path();
                Function<Request, Reply> page = pages.getOrDefault(path, pages.get(path.replaceFirst("\\?.*", "")));
                Reply reply = page == null ? Reply.of(404) : page.apply(request);
                if (!send(reply, out)) {
                    return;
                }
                request = read(in);
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone away, as some tests make it do.
        }
    }

    private static boolean send(Reply reply, OutputStream out) throws IOException, InterruptedException {
        if (reply.raw != null) {
            out.write(reply.raw);
            out.flush();
            return false;
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status + " Status\r\n");
        reply.headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        boolean bodiless = reply.status == 304 || reply.status == 204;
        if (reply.withLength && !bodiless) {
            head.append("Content-Length: ").append(reply.body.length).append("\r\n");
        }
        if (!reply.withLength) {
            head.append("Connection: close\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        int end = reply.cutAt < 0 ? reply.body.length : reply.cutAt;
        for (int at = 0; at < end; at += Math.min(reply.chunk, end - at)) {
            out.write(reply.body, at, Math.min(reply.chunk, end - at));
            out.flush();
            if (reply.pauseMs > 0) {
                Thread.sleep(reply.pauseMs);
            }
        }
        out.flush();
        return reply.cutAt < 0 && reply.withLength;
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = in.read()) >= 0) {
            if (c == '\n') {
                if (line.length() == 0) {
                    break;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (c != '\r') {
                line.append((char) c);
            }
        }
        if (lines.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header : lines.subList(1, lines.size())) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Request(lines.get(0).split(" ", 3)[1], headers);
    }
}
