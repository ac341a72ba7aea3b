/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Notes of a few sentences. The words of an event are drawn from syllables, so that two events share little but grammar:
 * what relates their reports must be found in the text, as in real news.
 */
final class NoteProse implements Prose {
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
    private static final int WORDS = 40;

    @Override
    public Prose.Event event(Random random) {
        return new Event(random);
    }

    @Override
    public String outlet(int number) {
        return OUTLETS[number % OUTLETS.length];
    }

    private static final class Event implements Prose.Event {
        private final List<String> words = new ArrayList<>();
        private final boolean woman;
        private final String given;
        private final String surname;
        private final String city;
        private final String statement;

        Event(Random random) {
            for (int i = 0; i < WORDS; i++) {
                words.add(word(random));
            }
            woman = random.nextInt(3) == 0;
            given = woman ? GIVEN[8 + random.nextInt(4)] : GIVEN[random.nextInt(8)];
            surname = SURNAMES[random.nextInt(SURNAMES.length)] + (woman ? "а" : "");
            city = CITIES[random.nextInt(CITIES.length)];
            statement = "Мы " + verb(random) + " " + phrase(random, 6) + " и " + verb(random) + " " + phrase(random, 5);
        }

        @Override
        public int reports(Random random) {
            return 2 + random.nextInt(5);
        }

        @Override
        public String title(Random random) {
            return "В " + city + " " + phrase(random, 4);
        }

        @Override
        public Report report(Random random) {
            String cue = CUES[random.nextInt(CUES.length)] + (woman ? "а" : "");
            String said = random.nextInt(3) == 0 ? statement.substring(0, statement.indexOf(" и ")) : statement;
            String text = sentence("В " + city, random) + " " + sentence("По итогам дня", random) + "\n\n«" + said
                    + "», – " + cue + " " + given + " " + surname + ".\n\n" + sentence("Ранее", random) + " "
                    + sentence("Кроме того,", random) + " " + surname + " " + cue + ", что " + phrase(random, 6) + ".";
            return new Report(text, List.of(new CorpusGenerator.Said(given + " " + surname, said, 0)));
        }

        private String sentence(String start, Random random) {
            return start + " " + phrase(random, 7 + random.nextInt(6)) + ".";
        }

        private String phrase(Random random, int length) {
            StringBuilder phrase = new StringBuilder();
            for (int i = 0; i < length; i++) {
                phrase.append(i == 0 ? "" : " ").append(words.get(random.nextInt(words.size())));
            }
            return phrase.toString();
        }

        private static String verb(Random random) {
            return word(random) + "ем";
        }

        private static String word(Random random) {
            StringBuilder word = new StringBuilder();
            int length = 2 + random.nextInt(3);
            for (int i = 0; i < length; i++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            return word.toString();
        }
    }
}
