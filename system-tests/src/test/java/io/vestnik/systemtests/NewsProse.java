/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.vestnik.text.sketch.TermStatistics;

/**
 * Articles of the length of real news (200 words), with as many entities (8) and quotes (2) as these. Words are as
 * frequent as in news, by the term statistics that Vestnik ships; an event draws some for its own, and so its reports
 * share what others do not. Some persons are in the news far more often than others, and some events are reported by
 * many.
 */
final class NewsProse implements Prose {
    private static final String[] MEN = {
        "Иван", "Пётр", "Андрей", "Сергей", "Михаил", "Николай", "Олег", "Виктор", "Дмитрий", "Алексей", "Антон",
        "Павел", "Роман", "Максим", "Юрий", "Артём"
    };
    private static final String[] ROOTS = {
        "Волк", "Мороз", "Зайц", "Лебед", "Козл", "Орл", "Макар", "Никит", "Захар", "Бел", "Гус", "Тит", "Кузьм",
        "Баран", "Кулик", "Жук", "Фрол", "Журавл", "Тарас", "Степан", "Громов", "Рыбак", "Мельник", "Ткач", "Ворон"
    };
    private static final String[] ENDINGS = {"ов", "ин", "енко", "ский", "евич", "ук", "аев", "янов"};
    private static final String[] CITIES = {
        "Москве",
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
        "Курске",
        "Новосибирске",
        "Екатеринбурге",
        "Петербурге",
        "Краснодаре",
        "Уфе",
        "Брянске",
        "Орле",
        "Минске",
        "Берлине",
        "Париже",
        "Лондоне",
        "Пекине",
        "Вашингтоне",
        "Киеве",
        "Баку",
        "Ташкенте",
        "Анкаре"
    };
    private static final String[] COUNTRIES = {
        "России", "Китая", "Германии", "Франции", "Казахстана", "Турции", "Индии", "Польши", "Ирана", "Сербии"
    };
    private static final String[] BODIES = {
        "МВД",
        "МЧС",
        "Минфина",
        "Минздрава",
        "Минобороны",
        "Роскосмоса",
        "Госдумы",
        "Центробанка",
        "Росавиации",
        "ФАС",
        "ООН",
        "НАТО",
        "ФСБ",
        "Роспотребнадзора",
        "Газпрома",
        "Сбербанка",
        "Росстата",
        "РЖД",
        "ВТБ",
        "Яндекса"
    };
    private static final String[] CUES = {"заявил", "сказал", "подчеркнул", "отметил", "сообщил", "добавил"};
    private static final int OUTLETS = 300;
    private static final int OWN_WORDS = 30;
    private static final int PEOPLE = 3_000;
    private static final int SENTENCES = 11;
    /** Of a hundred events so many are reported by one outlet only. */
    private static final int ALONE = 45;

    private static final int MOST_REPORTS = 60;
    private static final int GO_ON = 77;

    private final List<String> words = new ArrayList<>();
    private final long[] upTo;
    private final String[] people = new String[PEOPLE];

    NewsProse(Random random) {
        List<Integer> counts = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(TermStatistics.class.getResourceAsStream("terms-ru.tsv"), "terms-ru.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        int tab = line.indexOf('\t');
                        words.add(line.substring(0, tab));
                        counts.add(Integer.parseInt(line.substring(tab + 1)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upTo = new long[counts.size()];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += counts.get(i);
            upTo[i] = sum;
        }
        Arrays.setAll(people, i -> any(MEN, random) + " " + any(ROOTS, random) + any(ENDINGS, random));
    }

    /** How many reports an event has on average. */
    double reportsOnAverage() {
        double more = 0;
        double goesOn = 1;
        for (int i = 1; i < MOST_REPORTS; i++) {
            more += goesOn;
            goesOn *= GO_ON / 100.0;
        }
        return 1 + (100 - ALONE) / 100.0 * more;
    }

    @Override
    public Prose.Event event(Random random) {
        return new Event(random);
    }

    @Override
    public String outlet(int number) {
        return "Газета " + number % OUTLETS;
    }

    private static String any(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    /** Some persons are in the news far more often than others. */
    private String person(Random random) {
        double place = random.nextDouble();
        return people[(int) (PEOPLE * place * place * place)];
    }

    /** A word by how many texts use it. */
    private String common(Random random) {
        int found = Arrays.binarySearch(upTo, (long) (random.nextDouble() * upTo[upTo.length - 1]));
        return words.get(found < 0 ? -found - 1 : Math.min(found + 1, upTo.length - 1));
    }

    private final class Event implements Prose.Event {
        private final String[] own = new String[OWN_WORDS];
        private final String[] persons = new String[4];
        private final String[] cities = new String[2];
        private final String[] bodies = new String[2];
        private final String country;
        private final String[] statements = new String[3];

        Event(Random random) {
            Arrays.setAll(own, i -> words.get(random.nextInt(words.size())));
            Arrays.setAll(persons, i -> person(random));
            Arrays.setAll(cities, i -> any(CITIES, random));
            Arrays.setAll(bodies, i -> any(BODIES, random));
            country = any(COUNTRIES, random);
            Arrays.setAll(statements, i -> "Мы " + phrase(random, 8 + random.nextInt(10)));
        }

        @Override
        public int reports(Random random) {
            if (random.nextInt(100) < ALONE) {
                return 1;
            }
            int reports = 2;
            while (reports < MOST_REPORTS && random.nextInt(100) < GO_ON) {
                reports++;
            }
            return reports;
        }

        @Override
        public String title(Random random) {
            return "В " + cities[0] + " " + phrase(random, 5);
        }

        @Override
        public Report report(Random random) {
            StringBuilder text = new StringBuilder(sentence("В " + cities[0], random));
            List<CorpusGenerator.Said> said = new ArrayList<>();
            int length = SENTENCES / 2 + random.nextInt(SENTENCES);
            for (int i = 0; i < length; i++) {
                text.append(random.nextInt(3) == 0 ? "\n\n" : " ");
                if (random.nextInt(8) == 0) {
                    int statement = random.nextInt(statements.length);
                    String speaker = persons[statement];
                    text.append('«').append(statements[statement]).append("», – ");
                    text.append(any(CUES, random)).append(' ').append(speaker).append('.');
                    said.add(new CorpusGenerator.Said(speaker, statements[statement], statement));
                } else {
                    text.append(sentence(lead(random), random));
                }
            }
            return new Report(text.toString(), said);
        }

        private String lead(Random random) {
            String person = any(persons, random);
            String surname = person.substring(person.indexOf(' ') + 1);
            return switch (random.nextInt(13)) {
                case 0 -> "Ранее " + person + " " + any(CUES, random) + ", что";
                case 1 -> "Вместе с тем " + person;
                case 2 -> "Представители " + any(bodies, random) + " и " + person;
                case 3 -> "По данным " + any(bodies, random) + ",";
                case 4 -> "В " + any(cities, random);
                case 5 -> "Власти " + country;
                case 6 -> "Более " + (2 + random.nextInt(900)) + " человек";
                case 7 -> "Кроме того,";
                case 8 -> "По итогам дня";
                case 9 -> "Как ожидается,";
                case 10 -> "Всего за год";
                case 11 -> surname;
                default -> "При этом";
            };
        }

        private String sentence(String start, Random random) {
            String place = random.nextInt(4) == 0 ? " в " + any(CITIES, random) : "";
            return start + " " + phrase(random, 9 + random.nextInt(12)) + place + ".";
        }

        /** Words of the event among those of any text. */
        private String phrase(Random random, int length) {
            StringBuilder phrase = new StringBuilder();
            for (int i = 0; i < length; i++) {
                phrase.append(i == 0 ? "" : " ").append(random.nextInt(100) < 30 ? any(own, random) : common(random));
            }
            return phrase.toString();
        }
    }
}
