/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes news of any amount with known truth: events of which several outlets report, in their own words and with quotes
 * of one statement, some of them as copies. The same seed makes the same articles.
 *
 * <p>The words of an event are drawn from syllables, so that two events share little but grammar: what relates them must
 * be found in the text, as in real news.
 */
final class CorpusGenerator {
    private static final String[] SYLLABLES = {
        "бо", "ва", "ги", "до", "же", "зу", "ка", "ли", "мо", "ну", "пе", "ра", "со", "ту", "фи", "хо", "це", "чу",
        "ша", "ря", "вол", "тар", "нос", "пил", "гор", "лес", "мар", "кон", "дан", "рот"
    };
    private static final String[] GIVEN = {
        "Иван", "Пётр", "Андрей", "Сергей", "Михаил", "Николай", "Олег", "Виктор", "Анна", "Мария", "Елена", "Ольга"
    };
    private static final String[] SURNAMES = {
        "Волков", "Морозов", "Зайцев", "Соловьёв", "Лебедев", "Козлов", "Новиков", "Орлов", "Макаров", "Никитин",
        "Захаров", "Белов", "Гусев", "Титов", "Кузьмин", "Баранов", "Куликов", "Жуков", "Фролов", "Журавлёв"
    };
    private static final String[] CITIES = {
        "Самаре",
        "Томске",
        "Омске",
        "Туле",
        "Пскове",
        "Твери",
        "Казани",
        "Перми",
        "Рязани",
        "Калуге",
        "Воронеже",
        "Курске"
    };
    private static final String[] OUTLETS = {
        "Вечерний курьер",
        "Северный вестник",
        "Областная хроника",
        "Городские новости",
        "Деловой листок",
        "Свежий номер"
    };
    private static final String[] CUES = {"заявил", "сказал", "подчеркнул", "отметил"};
    private static final long HOUR = 3_600_000L;

    private final Random random;
    private final long start;
    private final List<Article> articles = new ArrayList<>();
    private int events;
    private int copies;

    /** One line of the corpus. */
    record Article(String id, String text, String title, String source, long observedAt) {
        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"id\":\"%s\",\"title\":\"%s\",\"source\":\"%s\",\"observedAt\":\"%s\",\"text\":\"%s\"}",
                    id,
                    escape(title),
                    escape(source),
                    Instant.ofEpochMilli(observedAt),
                    escape(text));
        }

        private static String escape(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    }

    CorpusGenerator(long seed, Instant start) {
        this.random = new Random(seed);
        this.start = start.toEpochMilli();
    }

    /** Makes articles until there are at least {@code count}. */
    List<Article> make(int count) {
        while (articles.size() < count) {
            event();
        }
        return articles.subList(0, count);
    }

    /** Events made so far. */
    int events() {
        return events;
    }

    /** Copies made so far. */
    int copies() {
        return copies;
    }

    private void event() {
        long at = start + events * (HOUR / 4);
        int number = events++;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            words.add(word());
        }
        boolean woman = random.nextInt(3) == 0;
        String given = woman ? GIVEN[8 + random.nextInt(4)] : GIVEN[random.nextInt(8)];
        String surname = SURNAMES[random.nextInt(SURNAMES.length)] + (woman ? "а" : "");
        String city = CITIES[random.nextInt(CITIES.length)];
        String statement = "Мы " + verb() + " " + phrase(words, 6) + " и " + verb() + " " + phrase(words, 5);
        int reports = 2 + random.nextInt(5);
        String first = null;
        for (int i = 0; i < reports; i++) {
            String outlet = OUTLETS[(number + i) % OUTLETS.length];
            String id = String.format(Locale.ROOT, "event-%05d-%d", number, i);
            long observedAt = at + i * (HOUR / 12) + random.nextInt(60_000);
            String title = "В " + city + " " + phrase(words, 4);
            String text;
            if (first != null && random.nextInt(5) == 0) {
                text = first + "\n\n" + outlet;
                copies++;
            } else {
                String cue = CUES[random.nextInt(CUES.length)] + (woman ? "а" : "");
                String said = random.nextInt(3) == 0 ? statement.substring(0, statement.indexOf(" и ")) : statement;
                text = sentence("В " + city, words) + " " + sentence("По итогам дня", words) + "\n\n«" + said + "», – "
                        + cue
                        + " " + given + " " + surname + ".\n\n" + sentence("Ранее", words) + " "
                        + sentence("Кроме того,", words) + " " + surname + " " + cue.replaceAll("а$", woman ? "а" : "")
                        + ", что " + phrase(words, 6) + ".";
                if (first == null) {
                    first = text;
                }
            }
            articles.add(new Article(id, text, title, outlet, observedAt));
        }
    }

    private String sentence(String start, List<String> words) {
        return start + " " + phrase(words, 7 + random.nextInt(6)) + ".";
    }

    private String phrase(List<String> words, int length) {
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < length; i++) {
            phrase.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
        }
        return phrase.toString();
    }

    private String verb() {
        return word() + "ем";
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
