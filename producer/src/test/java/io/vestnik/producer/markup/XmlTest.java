/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.util.concurrent.TimeUnit;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jdom2.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.producer.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "A & B => A & B",
                "A &amp; B => A & B",
                "AT&T; x => AT&T; x",
                "&laquo;A&raquo;&nbsp;&mdash; B => «A»\u00A0— B",
                "&unknown; => &unknown;",
                "&lt;b&gt; => <b>",
                "a&#0;b&#x1F;c => abc",
                "&#1040;&#x411; => АБ",
                "a\u0000b\u0008c\u001Fd\uFFFFe => abcde",
                "<![CDATA[A & B <b>&nbsp;]]> => A & B <b>&nbsp;",
                "x<!-- &bad <a> -->y => xy",
            })
    void shouldMendText(String written, String meant) throws Exception {
        assertThat(title("<rss><title>" + written + "</title></rss>")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n  <?xml version=\"1.0\"?><rss><title>T</title></rss>",
                "Warning: mysql_connect() in <b>/srv/x.php</b><br />\n<?xml version=\"1.0\"?><rss><title>T</title></rss>",
                "\uFEFF<rss><title>T</title></rss>",
                "<!-- cached --><rss><title>T</title></rss>",
                "<rss><title>T</title></rss>\n<script>track()</script><img src=x>",
                "<rss><title>T</title></rss></rss>",
                "<?xml version=\"1.0\" encoding=\"x-none\"?><rss><title>T</title></rss>",
                "<?xml version=\"9.9\"?><rss><title>T</title></rss>",
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
                        + " \"http://127.0.0.1:1/rss-0.91.dtd\"><rss><title>T</title></rss>",
                "<rss><title>T</rss>",
                "<rss><title>T</title>",
                "<rss><title>T</title><item><b>x</item></rss>",
                "<rss><media:thing url=\"x\"/><odd:x odd:y=\"1\">z</odd:x><title>T</title></rss>",
                "<rss a=1 b='2' b='3'><title>T</title></rss>",
            })
    void shouldReadWhatIsBroken(String xml) throws Exception {
        assertThat(title(xml).strip()).startsWith("T");
    }

    @Test
    void shouldTellThatADocumentBreaksOff() throws Exception {
        assertThat(Xml.read("<rss><channel><item><title>a</title></item><item><title>b")
                        .cutOff())
                .isTrue();
        assertThat(Xml.read("<rss><channel></channel></rss>").cutOff()).isFalse();
        assertThat(Xml.read("<rdf:RDF xmlns:rdf=\"a\"></rdf:RDF>").cutOff()).isFalse();
        assertThat(Xml.read("<rss/>").cutOff()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><title>&x;</title></rss>",
                "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]><rss/>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><title>&b;</title></rss>",
                "<?xml version=\"1.0\"?><!doctype rss [ <!entity a \"b\"> ]><rss/>",
                "<rss><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><title>&e;</title></rss>",
                "<!DOCTYPE rss [<!ENTITY a \"]>\"><!ENTITY b \"&a;\">]><rss><title>&b;</title></rss>",
            })
    void shouldRefuseWhatDeclaresEntities(String xml) {
        assertThat(refusal(xml).reason()).isEqualTo(Reason.BAD_XML);
    }

    @Test
    void shouldTakeNoTextForADeclaration() throws Exception {
        assertThat(title("<rss><title><![CDATA[<!ENTITY a \"b\">]]></title></rss>"))
                .isEqualTo("<!ENTITY a \"b\">");
    }

    @Test
    void shouldRefuseWhatIsNestedTooDeepOrHasTooManyTags() {
        String deep = "<rss>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</rss>";
        String many = "<rss>" + "<a/>".repeat(XmlText.MAX_TAGS) + "</rss>";

        assertThat(refusal(deep).reason()).isEqualTo(Reason.BAD_XML);
        assertThat(refusal(many).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "'  ', EMPTY", "hello, NOT_A_FEED", "<p>hello</p>, NOT_A_FEED"})
    void shouldRefuseWhatIsNoDocument(String text, Reason reason) {
        assertThat(refusal(text).reason()).isEqualTo(reason);
    }

    @Property(tries = 300)
    void shouldReadAnythingOrSayWhyNot(@ForAll String text) {
        for (String xml : new String[] {text, "<rss>" + text, "<rss><title>" + text + "</title></rss>"}) {
            try {
                assertThat(Xml.read(xml).document().getRootElement()).isNotNull();
            } catch (MarkupException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static String title(String xml) throws MarkupException {
        Element root = Xml.read(xml).document().getRootElement();
        return root.getChildText("title");
    }

    private static MarkupException refusal(String xml) {
        MarkupException e = catchThrowableOfType(MarkupException.class, () -> Xml.read(xml));
        assertThat(e).as(xml.substring(0, Math.min(200, xml.length()))).isNotNull();
        return e;
    }
}
