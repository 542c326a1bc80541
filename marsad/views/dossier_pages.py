"""A dossier as Markdown or HTML: every line with its three counts, its quotation and its source."""

import html
import re
from collections.abc import Iterator

from marsad.ledger import Word
from marsad.model.values import Interval
from marsad.views import bidi
from marsad.views.dossier import Dossier
from marsad.views.dossier_text import Line, Section, sections, title
from marsad.views.labels import Labels

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 'Noto Sans','Noto Sans Arabic','DejaVu Sans',"
    "sans-serif}h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid #ccc}li{margin:.6rem 0}"
    "blockquote{margin:.2rem 1rem;color:#333}small{color:#555}"
)


def markdown(found: Dossier, words: Labels) -> str:
    """Return the dossier as Markdown; one that reads from right to left stands in a block of that direction."""
    lines = [f"# {_escaped(title(found, words))}", "", _escaped(_about(found, words)), ""]
    for section in sections(found, words):
        lines += [
            f"## {section.title}",
            "",
            *(_item(line, words) for line in section.lines),
            *_more(section, words),
            "",
        ]
    if len(lines) == 4:
        lines += [words("brief.nothing"), ""]
    return "\n".join(['<div dir="rtl">', "", *lines, "</div>", ""] if words.rtl else lines)


def _item(line: Line, words: Labels) -> str:
    text = f": {_escaped(line.text)}" if line.text else ""
    counts = f" ({words.counts(line.counts)})" if line.counts and line.counts.reports else ""
    first = f"- **{_escaped(line.head)}**{text}{counts}"
    carried = _carried(line, words)
    return f"{first}\n  > {_escaped(carried)}" if carried else first


def _more(section: Section, words: Labels) -> list[str]:
    return [f"- {words('brief.more')}: {words.number(section.more)}"] if section.more else []


def _about(found: Dossier, words: Labels) -> str:
    days = [f"{words('brief.as-of')} {words.date(Interval(found.as_of, found.as_of, 'day'))}"]
    if found.since:
        days.append(f"{words('brief.since')} {words.date(Interval(found.since, found.since, 'day'))}")
    return " · ".join([*days, words.counts(found.counts)])


def _carried(line: Line, words: Labels) -> str:
    """Return the quotation with who said it and where it stands; of what the tables know, their source."""
    if line.word is None:
        return line.source
    marks = "«»" if words.rtl else "“”"
    quotation = f"{marks[0]}{bidi.isolate(line.word.sentence.strip(), rtl=words.rtl)}{marks[1]}"
    return f"{quotation} — {_source(line.word, words)}"


def _source(word: Word, words: Labels) -> str:
    """Return who says it, from the nearest to the origin, the outlet or article, and the day."""
    said = [bidi.isolate(words.actor(actor), rtl=words.rtl) for actor in word.said_by]
    by = [f"{words('field.said_by')}: {' ← '.join(said)}"] if said else []
    chain = [link.name or link.id for link in word.chain if link.id != word.outlet]
    where = [bidi.isolate(name, rtl=words.rtl) for name in (word.outlet or word.article, *chain)]
    day = words.date(Interval(word.known, word.known, "day"))
    return ("؛ " if words.rtl else "; ").join([*by, " ← ".join(where), day])


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def page(found: Dossier, words: Labels) -> str:
    """Return the dossier as one HTML page that needs nothing else."""
    direction = "rtl" if words.rtl else "ltr"
    name = html.escape(title(found, words))
    body = "".join(_section_html(section, words) for section in sections(found, words))
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}" dir="{direction}">\n<head><meta charset="utf-8">'
        f"<title>{name}</title><style>{STYLE}</style></head>\n<body>\n<h1>{name}</h1>\n"
        f"<p>{html.escape(_about(found, words))}</p>\n{body or html.escape(words('brief.nothing'))}</body>\n</html>\n"
    )


def _section_html(section: Section, words: Labels) -> str:
    items = "".join(f"<li>{''.join(_item_html(line, words))}</li>\n" for line in section.lines)
    more = f"<p><small>{words('brief.more')}: {words.number(section.more)}</small></p>\n" if section.more else ""
    return f"<h2>{html.escape(section.title)}</h2>\n<ul>\n{items}</ul>\n{more}"


def _item_html(line: Line, words: Labels) -> Iterator[str]:
    yield f"<strong>{html.escape(line.head)}</strong>"
    if line.text:
        yield f": {html.escape(line.text)}"
    if line.counts and line.counts.reports:
        yield f" <small>({html.escape(words.counts(line.counts))})</small>"
    if line.word is not None:
        lang = f' lang="{line.word.lang}"' if line.word.lang else ""
        yield f'<blockquote><q dir="auto"{lang}>{html.escape(line.word.sentence.strip())}</q>'
        yield f" — <small>{html.escape(_source(line.word, words))}</small></blockquote>"
    elif line.source:
        yield f"<blockquote><small>{html.escape(line.source)}</small></blockquote>"
