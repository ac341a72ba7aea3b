/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.opml;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.vestnik.producer.Reason;
import io.vestnik.producer.markup.MarkupException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class OpmlReaderTest {
    @Test
    void shouldReadFeedsAtAnyDepthOnce() throws Exception {
        String opml = """
                <?xml version="1.0" encoding="windows-1251"?>
                <opml version="2.0"><head><title>Ленты</title></head><body>
                  <outline text="Новости"><outline text="А & Б" type="rss" xmlUrl="https://example.ru/rss?a=1&b=2"/>
                    <outline text="В" xmlURL="feed://example.org/atom"/></outline>
                  <outline text="Г" type="rss" xmlUrl="https://example.ru/rss?a=1&amp;b=2"/>
                  <outline text="Папка"/><outline xmlUrl=" feed:https://example.net/ "/>
                </body></opml>""";

        assertThat(OpmlReader.read(opml.getBytes(Charset.forName("windows-1251"))))
                .containsExactly(
                        URI.create("https://example.ru/rss?a=1&b=2"),
                        URI.create("http://example.org/atom"),
                        URI.create("https://example.net/"));
    }

    @Test
    void shouldRefuseWhatIsNoListOfFeeds() {
        assertThat(refusal("<opml><body><outline text=\"x\"/></body></opml>").getMessage())
                .contains("names no feed");
        assertThat(refusal("<rss/>").reason()).isEqualTo(Reason.NOT_A_FEED);
        assertThat(refusal("").reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal("<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml/>")
                        .reason())
                .isEqualTo(Reason.BAD_XML);
    }

    private static MarkupException refusal(String opml) {
        return catchThrowableOfType(
                MarkupException.class, () -> OpmlReader.read(opml.getBytes(StandardCharsets.UTF_8)));
    }
}
