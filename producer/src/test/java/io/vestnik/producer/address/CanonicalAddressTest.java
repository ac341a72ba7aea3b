/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.address;

import java.net.URI;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "http://www.example.ru/news/1?utm_source=rss&utm_medium=feed -> https://example.ru/news/1",
                "https://m.example.ru/news/1/ -> https://example.ru/news/1",
                "https://www.m.example.ru/news/1/ -> https://example.ru/news/1",
                "https://amp.example.ru/news/1/amp -> https://example.ru/news/1",
                "HTTPS://Example.RU:443/News/1#comments -> https://example.ru/News/1",
                "http://example.ru:8080/a -> https://example.ru:8080/a",
                "https://example.ru/a?b=2&a=1&yclid=77&fbclid=x -> https://example.ru/a?a=1&b=2",
                "https://example.ru/a?from=rss -> https://example.ru/a",
                "https://example.ru/a?from=2024 -> https://example.ru/a?from=2024",
                "https://example.ru/?p=12&ysclid=l1 -> https://example.ru/?p=12",
                "https://m.example.ru/ -> https://m.example.ru/",
                "https://www.ru/ -> https://www.ru/",
                "https://m.co.uk/a -> https://m.co.uk/a",
                "https://example.ru/%7euser/%d0%b0 -> https://example.ru/~user/%D0%B0",
                "https://example.ru/a//b/./c/../d -> https://example.ru/a/b/d",
                "https://example.ru/../../etc/passwd -> https://example.ru/etc/passwd",
                "https://example.ru/%2e%2e/%2e%2e/etc -> https://example.ru/etc",
                "https://example.ru/news/index.html -> https://example.ru/news",
                "https://example.ru/amp -> https://example.ru/amp",
                "https://пример.рф/новости -> https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
                "https://example.ru./a -> https://example.ru/a",
                "https://example.ru/#!/news/1 -> https://example.ru/#!/news/1",
            })
    void shouldGiveOneFormToAllAddressesOfAnArticle(String address, String canonical) {
        assertThat(CanonicalAddress.of(Links.parse(address))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.ru/news/1, https://example.ru/news/2",
        "https://example.ru/a?id=1, https://example.ru/a?id=2",
        "https://example.ru/A, https://example.ru/a",
        "https://msk.example.ru/a, https://spb.example.ru/a",
        "https://example.ru/a, https://example.com/a",
        "https://example.ru/a%2Fb, https://example.ru/a/b",
    })
    void shouldTellArticlesApart(String one, String other) {
        assertThat(CanonicalAddress.of(Links.parse(one))).isNotEqualTo(CanonicalAddress.of(Links.parse(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "http://www.example.ru/news/1/?utm_source=rss&id=5 -> http://www.example.ru/news/1/?id=5",
                "http://Example.ru -> http://example.ru/",
                "https://example.ru/a#top -> https://example.ru/a",
            })
    void shouldKeepAnAddressThatCanBeAsked(String address, String clean) {
        assertThat(CanonicalAddress.clean(Links.parse(address))).isEqualTo(clean);
    }

    @Property
    void shouldBeItsOwnCanonicalForm(@ForAll("addresses") String address) {
        String once = CanonicalAddress.of(Links.parse(address));

        assertThat(CanonicalAddress.of(URI.create(once))).isEqualTo(once);
    }

    @Property
    void shouldNotDependOnSchemeWwwTrackingFragmentsAndTheOrderOfParameters(
            @ForAll("paths") String path,
            @ForAll("parameters") List<String> parameters,
            @ForAll("tracking") String more) {
        List<String> reversed = new java.util.ArrayList<>(parameters);
        java.util.Collections.reverse(reversed);
        String plain = "https://example.ru" + path + "?" + String.join("&", parameters);
        String other = "http://www.example.ru:80" + path + "?" + more + "&" + String.join("&", reversed) + "#here";

        assertThat(CanonicalAddress.of(Links.parse(other))).isEqualTo(CanonicalAddress.of(Links.parse(plain)));
    }

    @Property
    void shouldKeepDifferentArticlesApart(@ForAll("ids") String one, @ForAll("ids") String other) {
        String a = CanonicalAddress.of(Links.parse("https://example.ru/news/" + one + "?id=" + one));
        String b = CanonicalAddress.of(Links.parse("http://m.example.ru/news/" + other + "?id=" + other));

        assertThat(a.equals(b)).isEqualTo(one.equals(other));
    }

    @Property
    void shouldReadAnythingThatHasAHostOrSayThatItCannot(@ForAll String text) {
        try {
            URI address = Links.parse("http://example.ru/" + text);
            assertThat(CanonicalAddress.of(address)).startsWith("https://example.ru");
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> hosts = Arbitraries.of(
                "example.ru",
                "www.example.ru",
                "m.example.co.uk",
                "WWW.Example.RU",
                "пример.рф",
                "amp.a.b.example.org");
        Arbitrary<String> ends =
                Arbitraries.of("", "/", "/amp", "/index.php", "//", "/..", "/%2E", "/?", "/?a=1&&b", "#!/x");
        return Combinators.combine(Arbitraries.of("http://", "https://", "HTTP://"), hosts, paths(), ends)
                .as((scheme, host, path, end) -> scheme + host + path + end);
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> segment = Arbitraries.strings()
                .withChars("abzАяё059-._~%:@!$'()*+,;= ")
                .ofMinLength(1)
                .ofMaxLength(8);
        return segment.list().ofMinSize(1).ofMaxSize(5).map(parts -> "/" + String.join("/", parts));
    }

    @Provide
    Arbitrary<List<String>> parameters() {
        return Arbitraries.of("id=1", "id=2", "page=3", "q=новости", "b", "x=")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> tracking() {
        return Arbitraries.of("utm_source=a&utm_x=b", "fbclid=1", "yclid=2", "from=rss", "UTM_Medium=c", "_openstat=d");
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(3);
    }
}
