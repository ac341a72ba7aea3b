#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the gazetteer resources of the names package.

  build.py GAZETTEERS TEXTS... --out DIR

GAZETTEERS: a folder with natasha-names/ (first.txt, last.txt, maybe_first.txt; MIT), geonames/ (ru-names-pop20k.txt;
CC BY 4.0) and cldr/{ru,en}/territories.json (Unicode-3.0). TEXTS: JSON lines with a field `text`; only how often a
word stands in lower case is taken from them, to drop entries that are common words. Same input, same bytes.
"""
import argparse, collections, gzip, json, os, re

WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
# Surnames with these endings are recognized by their ending.
PRODUCTIVE = re.compile(
    r".{2,}(ов|ев|ин|ын|ова|ева|ина|ына|ский|цкий|ской|цкой|ская|цкая|енко|швили|дзе|янц|ян|чук|юк|ович|евич|оглы|иани|улин)$")


def fold(word):
    return word.lower().replace("ё", "е").replace("\u0301", "").replace("‑", "-").replace("’", "'").strip()


def lines(path):
    with open(path, encoding="utf8") as f:
        for line in f:
            line = fold(line.split("#")[0])
            if line:
                yield line


def stem(word):
    """Cuts the ending, so that the forms of one noun fall together; short words stay as they are."""
    cut = re.sub(r"(ами|ями|ого|его|ому|ему|ыми|ими|ией|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ам|ям|ах|ях|ую|юю|ью|ию|ия|ии|ых|их|[аеиоуыьэюяй])$", "", word)
    return cut if len(cut) >= 3 else word


def counts(paths):
    """How often a stem stands in lower case, and with a capital after a word in lower case."""
    lower, upper = collections.Counter(), collections.Counter()
    for path in paths:
        with open(path, encoding="utf8") as f:
            for line in f:
                text = json.loads(line).get("text") or ""
                before = None
                for m in WORD.finditer(text):
                    w = m.group()
                    if w[0].islower():
                        lower[stem(fold(w))] += 1
                        lower["=" + fold(w)] += 1
                    elif before is not None and before.group()[0].islower() and text[before.end():m.start()] == " ":
                        upper[stem(fold(w))] += 1
                    before = m
    return lower, upper


def common(word, lower, upper):
    parts = word.split()
    if len(parts) > 1:
        return False
    s = stem(word)
    return lower["=" + word] * 20 > upper[s] or lower[s] > max(1, upper[s])


def write(path, entries):
    body = "".join(e + "\n" for e in entries).encode("utf8")
    with open(path, "wb") as f, gzip.GzipFile(filename="", mode="wb", fileobj=f, compresslevel=9, mtime=0) as z:
        z.write(body)
    print(path, len(list(entries)), os.path.getsize(path))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("gazetteers")
    p.add_argument("texts", nargs="+")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    lower, upper = counts(sorted(a.texts))
    os.makedirs(a.out, exist_ok=True)

    natasha = os.path.join(a.gazetteers, "natasha-names")
    maybe = set(lines(os.path.join(natasha, "maybe_first.txt")))
    given = sorted({w for w in lines(os.path.join(natasha, "first.txt")) if len(w) > 1 and w not in maybe
                    and not common(w, lower, upper)})
    write(os.path.join(a.out, "given.txt.gz"), given)
    last = sorted({w for w in lines(os.path.join(natasha, "last.txt")) if len(w) > 2 and not PRODUCTIVE.match(w)
                   and not common(w, lower, upper)})
    write(os.path.join(a.out, "surnames.txt.gz"), last)

    places = {w for w in lines(os.path.join(a.gazetteers, "geonames", "ru-names-pop20k.txt"))
              if len(w) > 2 and not w.isdigit() and not common(w, lower, upper)}
    write(os.path.join(a.out, "places.txt.gz"), sorted(places))

    names = {}
    for language in ("ru", "en"):
        with open(os.path.join(a.gazetteers, "cldr", language, "territories.json"), encoding="utf8") as f:
            names[language] = json.load(f)["main"][language]["localeDisplayNames"]["territories"]
    rows = []
    for code in sorted(names["ru"]):
        if re.fullmatch(r"[A-Z]{2}(-alt-.*)?", code) and code[:2] not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            rows.append("\t".join((code[:2], re.sub(r" ?\(.*\)", "", names["ru"][code]), names["en"].get(code, ""))))
    write(os.path.join(a.out, "territories.tsv.gz"), rows)


if __name__ == "__main__":
    main()
