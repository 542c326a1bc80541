"""Reading again what older language data read."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from marsad.cli.adding import encode
from marsad.cli.guard import report
from marsad.cli.pool import Task, answers
from marsad.cli.printing import print_json, print_lines
from marsad.cli.progress import progress
from marsad.errors import InputError, UsageError
from marsad.intake import parse_language
from marsad.model.article import Reading
from marsad.reading import languages
from marsad.store.rereading import Changed, Difference
from marsad.store.store import Store
from marsad.views.shown import record_line


def reread(lang: str, jobs: int, db: str, *, diff: bool, as_json: bool) -> int:
    """Return 1 when some articles could not be read, else 0, after printing what changed."""
    known = languages()
    try:
        chosen = parse_language(lang, known, "--lang")
    except InputError as error:
        raise UsageError(str(error)) from error
    with Store(db, create=False) as store:
        keys = [key for code in ([chosen] if chosen else known) for key in store.outdated(code)]
        counts: Counter[str] = Counter()
        found = []
        for row in progress(answers(_tasks(store, keys), jobs, encode), len(keys)):
            if row.error:
                counts["failed"] += 1
                report(row.error)
                continue
            difference = store.reread(msgspec.msgpack.decode(row.data, type=Reading))
            _count(counts, difference)
            found += [difference] if diff and difference.changed else []
    _print(counts, found, as_json=as_json)
    return int(counts["failed"] > 0)


def _tasks(store: Store, keys: list[int]) -> Iterator[Task]:
    for number, key in enumerate(keys):
        article = store.article(key)
        yield number, article, article.id


def _count(counts: Counter[str], difference: Difference) -> None:
    counts["articles"] += 1
    counts["same"] += difference.same
    counts.update(_what(changed) for changed in difference.changed)


def _what(changed: Changed) -> str:
    if changed.before is None:
        return "added"
    return "gone" if changed.after is None else "changed"


def _print(counts: Counter[str], found: list[Difference], *, as_json: bool) -> None:
    figures = {name: counts[name] for name in ("articles", "failed", "same", "changed", "added", "gone")}
    if as_json:
        print_json({**figures, "differences": found})
        return
    for difference in found:
        print_lines([difference.article, *(line for one in difference.changed for line in _lines(one))])
    read = f"{figures['articles']:,} articles read again"
    print_lines([f"{read}; records: " + ", ".join(f"{figures[n]:,} {n}" for n in ("same", "changed", "added", "gone"))])


def _lines(changed: Changed) -> Iterator[str]:
    if changed.before is not None:
        yield f"  - {record_line(changed.before)}  «{changed.before.evidence.text}»"
    if changed.after is not None:
        yield f"  + {record_line(changed.after)}  «{changed.after.evidence.text}»"
