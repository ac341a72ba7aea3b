/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader whose connection is cut at any byte, and who goes on at any of several instances, which have read the partitions in
 * different orders and hold windows of different sizes: what it has heard is the topic, each update once, each partition in
 * its order.
 */
class InterruptedReadersProperties {
    private static final Pattern NAME = Pattern.compile("\"n\":\"(\\d+-\\d+)\"");
    private static final int INSTANCES = 3;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void shouldHearTheTopicOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int partitions, @ForAll @IntRange(max = 2) int size)
            throws Exception {
        Run run = new Run(seed, partitions, size == 0 ? 2 : size == 1 ? 7 : 1_000);
        for (int step = 0; step < 250; step++) {
            run.step();
        }
        run.finish();
        for (int partition = 0; partition < partitions; partition++) {
            String of = partition + "-";
            assertThat(run.heard.stream().filter(name -> name.startsWith(of)))
                    .as("partition %s, seed %s", partition, seed)
                    .isEqualTo(run.log.names(partition));
        }
        assertThat(run.resets).isZero();
    }

    @Example
    void shouldHaveBeenCutOffAndCaughtUp() throws Exception {
        // Else the property would say nothing of slow readers and of those that come from far back.
        EventMeters meters = new EventMeters();
        int catchUps = 0;
        for (int seed = 0; seed < 50; seed++) {
            Run run = new Run(seed, 3, 2);
            for (int step = 0; step < 250; step++) {
                run.step();
            }
            catchUps += run.catchUps;
            meters.read(run.meters.cutOffReaders() > 0 ? 1 : 0);
        }
        assertThat(meters.readUpdates()).isPositive();
        assertThat(catchUps).isPositive();
    }

    private static final class Run {
        private final Random random;
        private final MemoryUpdateLog log;
        private final List<Instance> instances = new ArrayList<>();
        private final EventMeters meters = new EventMeters();
        private final List<String> heard = new ArrayList<>();
        private int resets;
        private int catchUps;
        private String lastId;
        private Wire wire;
        private EventReader reader;
        private MemoryUpdateLog.MemoryCursor catchUp;
        private Instance at;

        Run(long seed, int partitions, int window) {
            random = new Random(seed);
            log = new MemoryUpdateLog(partitions, seed);
            for (int instance = 0; instance < INSTANCES; instance++) {
                OffsetVector from = log.bounds().begin();
                instances.add(new Instance(new Window(from, window + instance, 1_000_000), log.open(from)));
            }
            lastId = log.bounds().begin().toString();
            connect();
        }

        void step() throws Exception {
            switch (random.nextInt(8)) {
                case 0, 1 -> log.append(random.nextInt(log.bounds().end().partitions()), random.nextBoolean());
                case 2, 3 -> instances.get(random.nextInt(INSTANCES)).follow();
                case 4 -> {
                    wire.room += random.nextInt(3);
                    work();
                }
                case 5 -> work();
                case 6 -> reader.tick();
                default -> {
                    if (random.nextInt(4) == 0) {
                        cut(random.nextInt(wire.bytes.size() + 1));
                        connect();
                    }
                }
            }
            if (wire.ended) {
                cut(wire.bytes.size());
                connect();
            }
        }

        /** Everything is read, and nothing is cut any more. */
        void finish() throws Exception {
            for (int turn = 0; turn < 200; turn++) {
                for (Instance instance : instances) {
                    instance.follow();
                }
                wire.room = Integer.MAX_VALUE;
                work();
                if (wire.ended) {
                    cut(wire.bytes.size());
                    connect();
                }
            }
            cut(wire.bytes.size());
        }

        private void work() throws Exception {
            if (catchUp != null) {
                long number = at.window.numberFor(reader.vector());
                if (number >= 0) {
                    catchUp = null;
                    reader.live(at.window, number);
                } else {
                    List<Update> updates = catchUp.poll(Duration.ZERO);
                    boolean goesOn = reader.catchUp(updates, catchUp.position());
                    assertThat(goesOn || wire.ended).isTrue();
                }
            }
            reader.pump();
        }

        private void connect() {
            at = instances.get(random.nextInt(INSTANCES));
            Opening opening = new Openings(log, filter -> JsonNodeFactory.instance.objectNode(), meters)
                    .of(at.window, EventFilter.ALL, lastId, false);
            wire = new Wire();
            reader = new EventReader(
                    opening.filter(),
                    opening.from(),
                    opening.frame().getBytes(UTF_8),
                    wire,
                    meters,
                    Long.MAX_VALUE,
                    ended -> {});
            if (opening.catchesUp()) {
                catchUps++;
                catchUp = log.open(opening.from());
            } else {
                catchUp = null;
                reader.live(at.window, at.window.numberFor(opening.from()));
            }
        }

        /** The reader gets so many bytes of what was written, and no more. */
        private void cut(int bytes) {
            reader.end();
            EventStream stream =
                    new EventStream(new ByteArrayInputStream(Arrays.copyOf(wire.bytes.toByteArray(), bytes)), lastId);
            try {
                for (EventStream.Message message = stream.next(); message != null; message = stream.next()) {
                    lastId = message.id();
                    resets += "reset".equals(message.type()) ? 1 : 0;
                    String data = message.data() == null ? "" : message.data();
                    Matcher name = NAME.matcher(data);
                    if (name.find()) {
                        heard.add(name.group(1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Instance(Window window, MemoryUpdateLog.MemoryCursor cursor) {
        void follow() {
            List<Update> updates = cursor.poll(Duration.ZERO);
            window.add(updates, cursor.position());
        }
    }

    /** Takes as many writes as there is room for. */
    private static final class Wire implements EventChannel {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int room = 1;
        private boolean ended;

        @Override
        public boolean ready() {
            return room > 0;
        }

        @Override
        public void write(byte[] written) {
            room--;
            bytes.writeBytes(written);
        }

        @Override
        public void flush() {
            // What was written is there.
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
