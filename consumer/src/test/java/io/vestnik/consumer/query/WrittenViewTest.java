/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenViewTest {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode view =
            mapper.createObjectNode().put("title", "Мост «\"\\\n\u0001😀»").put("articles", 2);
    private final WrittenView written;

    WrittenViewTest() {
        view.putArray("hours").addObject().putNull("hour");
        written = new WrittenView(view);
    }

    @Test
    void shouldBeWrittenAsTheViewIsEachTimeAndWhereverItStands() throws Exception {
        ArrayNode list = mapper.createArrayNode().add(1).add(written).add(written);

        for (int time = 0; time < 2; time++) {
            assertThat(mapper.writeValueAsBytes(written)).isEqualTo(mapper.writeValueAsBytes(view));
            assertThat(mapper.writeValueAsBytes(list))
                    .isEqualTo(mapper.writeValueAsBytes(
                            mapper.createArrayNode().add(1).add(view).add(view)));
        }
        assertThat(mapper.readTree(written.toString())).isEqualTo(view);
    }

    @Test
    void shouldEqualTheViewAndGiveACopyThatMayBeChanged() throws Exception {
        mapper.writeValueAsBytes(written);

        ObjectNode copy = written.deepCopy();
        copy.remove("hours");

        assertThat(written).isEqualTo(view);
        assertThat(mapper.writeValueAsString(copy)).doesNotContain("hours");
        assertThat(mapper.writeValueAsString(written)).contains("hours");
    }
}
