/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityType;
import io.vestnik.text.Mention;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.names.NameFinder;

import static org.assertj.core.api.Assertions.assertThat;

class EnglishNamesTest {
    private static final NameFinder FINDER = NameFinder.standard();

    private static ArticleEntities find(String text) {
        return FINDER.find(SourceText.of(text), null, "en");
    }

    private static List<String> texts(String text, EntityType type) {
        return find(text).mentions().stream()
                .filter(m -> m.type() == type)
                .map(Mention::text)
                .toList();
    }

    private static List<String> names(String text, EntityType type) {
        return find(text).mentions().stream()
                .filter(m -> m.type() == type)
                .map(Mention::name)
                .toList();
    }

    @Test
    void shouldLeaveTitlesOutside() {
        assertThat(texts("Mr Alan Whitfield met Dr. Karen Holt and Prime Minister Peter Lang.", EntityType.PER))
                .containsExactly("Alan Whitfield", "Karen Holt", "Peter Lang");
    }

    @Test
    void shouldTakeWhatBelongsToANameIntoIt() {
        assertThat(texts("He sold shares of Norwell Inc. last year.", EntityType.ORG))
                .containsExactly("Norwell Inc.");
        assertThat(texts("The prize went to Robert Dawes Jr. of the choir.", EntityType.PER))
                .containsExactly("Robert Dawes Jr.");
    }

    @Test
    void shouldLeaveAPossessiveEndingOutside() {
        assertThat(texts("Karen Holt's house and Peter Lang’s boat were sold.", EntityType.PER))
                .containsExactly("Karen Holt", "Peter Lang");
    }

    @Test
    void shouldReadInitials() {
        assertThat(texts("The letters of J. R. Hartley and John F. Mercer were found.", EntityType.PER))
                .containsExactly("J. R. Hartley", "John F. Mercer");
    }

    @Test
    void shouldJoinASurnameAloneToTheFullName() {
        assertThat(names("Karen Holt arrived on Monday. Holt left on Friday.", EntityType.PER))
                .containsExactly("Karen Holt", "Karen Holt");
    }

    @Test
    void shouldGiveASurnameOfTwoPersonsToWhomeverWasNamedLast() {
        assertThat(names("Karen Holt met Simon Holt. Later Holt resigned.", EntityType.PER))
                .containsExactly("Karen Holt", "Simon Holt", "Simon Holt");
    }

    @Test
    void shouldReadPlaces() {
        assertThat(texts(
                        "The road from Berlin to New York runs past Lake Geneva in the United Kingdom.",
                        EntityType.LOC))
                .containsExactly("Berlin", "New York", "Lake Geneva", "United Kingdom");
        assertThat(texts("She flew to the U.S. and to the UK.", EntityType.LOC)).containsExactly("U.S.", "UK");
    }

    @Test
    void shouldReadUniversitiesMinistriesAndClubs() {
        assertThat(texts(
                        "Staff of the University of Leeds and the Ministry of Health met fans of Dunmore Rovers FC.",
                        EntityType.ORG))
                .containsExactly("University of Leeds", "Ministry of Health", "Dunmore Rovers FC");
    }

    @Test
    void shouldReadTheAcronymInParenthesesForTheBodyBeforeIt() {
        assertThat(texts("The National Farmers Association (NFA) objected. The NFA will go to court.", EntityType.ORG))
                .containsExactly("National Farmers Association", "NFA", "NFA");
    }

    @Test
    void shouldNotReadAHeadlineInCapitalsAsNames() {
        assertThat(find("HEAVY RAIN FLOODS ROADS AND HOUSES\n\nThe rain fell all night.")
                        .mentions())
                .isEmpty();
    }

    @Test
    void shouldNotReadAdjectivesOfNationsAsNames() {
        assertThat(find("A German engineer and two French nurses taught Turkish pupils the English alphabet.")
                        .mentions())
                .isEmpty();
    }

    @Test
    void shouldNotReadTheFirstWordOfASentenceAsAName() {
        assertThat(find("Yesterday it rained. Nobody came. Farmers waited. However, the harvest was good.")
                        .mentions())
                .isEmpty();
    }

    @Test
    void shouldReadNamesBeyondAscii() {
        assertThat(texts("Zoë Müller and José Núñez flew to Malmö.", EntityType.PER))
                .containsExactly("Zoë Müller", "José Núñez");
        assertThat(texts("Zoë Müller and José Núñez flew to Malmö.", EntityType.LOC))
                .containsExactly("Malmö");
    }

    @Test
    void shouldTellTheKnownBodies() {
        assertThat(texts("In May Google and the BBC asked NATO and the European Commission.", EntityType.ORG))
                .containsExactly("Google", "BBC", "NATO", "European Commission");
    }
}
