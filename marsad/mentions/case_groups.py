"""Noun groups in languages with cases: an owner stands in the genitive after an office, a name in the case of it."""

from itertools import pairwise, takewhile

from marsad.mentions.groups import Grouper
from marsad.mentions.items import Item, Mention
from marsad.mentions.kind_names import called, sited
from marsad.mentions.naming import other_bearer
from marsad.mentions.pieces import NAMES, STATES, absorb

_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”“"')
_GENITIVE = frozenset("gG")
_OWNERS = (STATES - {"demonym"}) | {"institution", "group"}
# Where a court or police may be.
SEATS = frozenset({"capital", "place", "state"})
_PARTICIPLES, _FINITE = frozenset({"participle", "active"}), frozenset({"past", "present", "future", "base"})
# What is or belongs to a noun.
_NOUNS = frozenset({"actor", "nominal", "trigger", "anaphora"})
# The office of whoever leads something, be it a state, a party or a union.
_LEADER = "leader"
# Those who are told, and belong to no official.
_PRESS = "JRN"
# Those who are for or against something are none of its own.
_SUPPORTER = "supporter"
_LONGEST_ENDING = 5
# Groups under arms, whose fighters and supporters are of them.
_ARMED = frozenset({"REB", "PRM", "UAF"})
# Bodies of no state, whose presidents and chairmen belong to none either.
_PRIVATE = frozenset({"BUS", "EDU", "MED", "NGO", "LAB", "JRN", "SOC"})
# A name in quotes has so many pieces at most.
_LONGEST_QUOTED = 3
# The expression for a state, which in the plural stands before the body of several.
_STATES = "the-country"


class CaseGrouper(Grouper):
    """Groups the items of one sentence by agreement."""

    def run(self, row: list[Item]) -> list[Item]:
        """Return the items with every noun group as one `actor` item; quotes around known names are gone."""
        self._read_people(row)
        self._read_attributes(row)
        grouped = sited(super().run(called(self._without_quotes(row), self._of, self._attribute)))
        for first, second in pairwise(grouped):
            if first.mention is not None and second.mention is not None and first.j == second.i:
                self._two_offices(first.mention, second.mention)
        return grouped

    @staticmethod
    def _two_offices(first: Mention, second: Mention) -> None:
        """Give whom a rank stands before the state of the office before that ("командующий армией Чада генерал X")."""
        named = first.title_kind == "office" and not first.person and bool(second.person) and bool(second.role)
        if named and first.country and not second.country and _agree(first, second):
            second.country = first.country

    @staticmethod
    def _read_people(row: list[Item]) -> None:
        """Read a participle that may be a noun for people as that unless it describes what stands near it."""
        for k, item in enumerate(row):
            span = item.span if item.kind in ("trigger", "actor") else None
            title, verb = (span.find("title"), span.find("trigger", "verb")) if span is not None else (None, None)
            if title is None or verb is None or verb.feature.form not in _PARTICIPLES:
                continue
            describing = _describes(row, k, title.feature.case)
            item.kind, item.known = ("trigger", verb) if describing else ("actor", title)

    def _read_attributes(self, row: list[Item]) -> None:
        """Read a word for people as an adjective where a noun in its case follows that is none ("военные действия")."""
        for item, after in pairwise(row):
            if item.kind != "actor" or item.known is None or item.known.entry.kind != "title" or item.j - item.i > 1:
                continue
            if _noun(after) and _shares(self._attribute(item), after):
                item.kind, item.known = "word", None

    def _attribute(self, item: Item) -> str:
        """Return the cases that the longest ending of a word shows as an adjective, empty where it is none."""
        part, cases = self._ending(item)
        return cases if part == "adj" else ""

    def _ending(self, item: Item) -> tuple[str, str]:
        """Return what the longest ending of a word shows it to be, and its cases, empty where it shows nothing."""
        token = self.sentence.tokens[item.i]
        endings = (self.endings.get(token[-n:]) for n in range(min(_LONGEST_ENDING, len(token) - 2), 0, -1))
        return next((found for found in endings if found is not None), ("", ""))

    def _more_of_name(self, row: list[Item], k: int) -> int:
        """Return how many items go on with a name, the surname of somebody known too behind a first name that opens
        the sentence ("Боб Джонсон").
        """
        more = super()._more_of_name(row, k)
        if more or k != 1 or row[0].j != 1 or row[0].kind != "word" or len(row) == k:
            return more
        named = self._ending(row[0])[0] in ("", "noun")
        return int(
            named and other_bearer(row[k], self.sentence, True) and "n" in (self._of(row[k]).case.lower() or "n")
        )

    def _without_quotes(self, row: list[Item]) -> list[Item]:
        if _OPENING.isdisjoint(self.sentence.tokens):
            return row
        dropped: set[int] = set()
        for k, item in enumerate(row):
            closing = self._closing(row, k) if self._sign(item) in _OPENING and k not in dropped else 0
            if closing:
                dropped |= {k, closing}
        return [item for k, item in enumerate(row) if k not in dropped] if dropped else row

    def _closing(self, row: list[Item], k: int) -> int:
        """Return the item that closes the quotes around a known name at item `k`, 0 where there is none."""
        for n in range(k + 1, min(k + 2 + _LONGEST_QUOTED, len(row))):
            if self._sign(row[n]) in _CLOSING:
                return n if n > k + 1 else 0
            if row[n].kind not in ("actor", "outlet"):
                return 0
        return 0

    def _sign(self, item: Item) -> str:
        return self.sentence.tokens[item.i] if item.kind == "punct" else ""

    def _mention(self, item: Item) -> Mention:
        """Return the mention of a known piece with all cases it may stand in."""
        mention = super()._mention(item)
        if item.span is not None and item.known is not None:
            kind = item.known.entry.kind
            cases = (known.feature.case for known in item.span.readings if known.entry.kind == kind)
            mention.case = "".join(dict.fromkeys("".join(cases)))
            mention.plural = mention.plural or (kind != "state" and bool(mention.case) and mention.case.isupper())
        return mention

    def _taken(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many items from `k` on the mention takes up: also "of the Russian government"."""
        if mention.kind == "title" and not mention.country and k + 1 < len(row):
            adjective, title = row[k], row[k + 1]
            if adjective.kind == "actor" and title.kind == "actor" and self._owning(adjective, title):
                self._own(mention, self._of(adjective))
                self._own(mention, self._of(title))
                return 2
        if self._heads_private(mention, row[k : k + 2]):
            self._own(mention, self._of(row[k + 1]))
            return 2
        if mention.title_kind == "side" and not mention.country and self._from_state(row[k : k + 2]):
            self._own(mention, self._of(row[k + 1]))
            return 2
        if mention.title_kind == "side" and not mention.country and self._from_body(mention, row[k : k + 3]):
            return 3
        if mention.title_kind == "people" and self._opens_from(mention, row[k : k + 2]):
            mention.country = self._of(row[k + 1]).country
            return 2
        if mention.title_kind == "body" and not mention.country and self._seated(row[k : k + 2]):
            mention.country = self._of(row[k + 1]).country
        return super()._taken(mention, row, k)

    def _heads_private(self, mention: Mention, following: list[Item]) -> bool:
        """Return whether an office is that of a body of no state behind an unknown word ("президент Н-ского банка")."""
        office = mention.title_kind == "office" and not mention.country and not mention.person
        if not office or len(following) < len(("Н-ского", "банка")) or not self._unknown(following[0]):
            return False
        body = self._of(following[1]) if following[1].kind == "actor" else None
        return body is not None and body.title_kind == "body" and body.sector in _PRIVATE and _genitive(body)

    def _unknown(self, item: Item) -> bool:
        return item.kind == "word" or (item.kind == "actor" and self._of(item).kind == "name")

    def _opens_from(self, mention: Mention, following: list[Item]) -> bool:
        """Return whether people who open a sentence are those from the state behind them ("хакеры из Чили")."""
        first = mention.i == 0 and not mention.country and mention.sector != "MIL"
        return first and "n" in mention.case.lower() and self._from_state(following)

    def _seated(self, following: list[Item]) -> bool:
        """Return whether a town or state follows in which a body sits ("a court in Minsk")."""
        if len(following) < len(("in", "Minsk")) or not following[0].is_function("prep", "in"):
            return False
        seat = self._of(following[1]) if following[1].kind == "actor" else None
        if seat is None or seat.kind not in SEATS or seat.country.startswith("IGO:"):
            return False
        return "l" in seat.case and "a" not in seat.case  # not what may be "to Djibouti"

    def _from_state(self, following: list[Item]) -> bool:
        """Return whether the preposition "from" and a state follow ("his colleague from Iran")."""
        if len(following) < len(("from", "state")) or not following[0].is_function("prep", "from"):
            return False
        return following[1].kind == "actor" and self._of(following[1]).kind in STATES

    def _from_body(self, mention: Mention, following: list[Item]) -> bool:
        """Return whether those beside somebody are from the states of a body, which then is whose they are
        ("поблагодарил коллег из стран Содружества").
        """
        if len(following) < len(("from", "states", "body")) or following[1].value != _STATES:
            return False
        named = following[0].is_function("prep", "from") and following[2].kind == "actor"
        body = self._of(following[2]) if named else None
        if body is None or body.kind != "institution":
            return False
        mention.country = body.country
        return True

    def _of(self, item: Item) -> Mention:
        return item.mention or self._mention(item)

    def _owning(self, adjective: Item, title: Item) -> bool:
        first, second = self._of(adjective), self._of(title)
        return first.kind == "demonym" and second.kind == "title" and _genitive(first) and _genitive(second)

    def _join(self, mention: Mention, item: Item) -> int:
        other = self._of(item)
        if mention.kind == "demonym":
            if other.kind == "name" and not other.country:  # a town of no table: "российский Таганрог"
                mention.kind, mention.person = "name", other.person
                return 1
            if other.kind != "title" or not _agree(mention, other):
                return 0
            absorb(mention, other, False)
            mention.case = _shared(mention, other)
            return 1
        if mention.kind != "title" or mention.person:
            return 0
        led = mention.title_kind == "body" and bool(other.case) and _genitive(other)  # whose government it is
        if other.kind in NAMES and _agree(mention, other) and not led:
            absorb(mention, other, True)
            mention.case = _shared(mention, other)
            return 1
        town = other.kind == "place" and mention.title_kind == "people"
        owner = town or other.kind in _OWNERS or other.kind == "title" or (other.kind in NAMES and bool(other.case))
        told = mention.sector == _PRESS and other.kind == "title"  # "told journalists the deputy head of ..."
        named = other.kind == "place" and mention.title_kind == "office" and mention.j - mention.i > 1
        if not owner or told or mention.country or not (_genitive(other) or named):
            return 0  # names of regions stay as they are: "главу автономии Гагаузия"
        self._own(mention, other)
        return 1

    @staticmethod
    def _own(mention: Mention, owner: Mention) -> None:
        """Let a mention take up of whom it is: the state, and the sector where it has none."""
        if mention.role != _SUPPORTER or not owner.country.startswith("IGO:"):
            mention.country = mention.country or owner.country
        if owner.kind in ("title", "group"):
            led = mention.role == _LEADER or (owner.sector in _PRIVATE and owner.title_kind == "body")
            armed = owner.kind == "group" and (mention.sector == "MIL" or mention.role == _SUPPORTER)
            led = led or (armed and owner.sector in _ARMED)  # its fighters are no soldiers of a state
            mention.sector = owner.sector if led and owner.sector else mention.sector or owner.sector


def _describes(row: list[Item], k: int, cases: str) -> bool:
    """Return whether the participle at item `k` has a noun in one of these cases behind it, or before its comma."""
    if k > 1 and row[k - 1].kind == "punct" and row[k - 2].kind in _NOUNS and not _finite(row[k - 2]):
        named = list(takewhile(lambda item: item.kind in _NOUNS, reversed(row[: k - 1])))
        return any(_shares(cases, item) for item in named)
    governed = False
    for item in row[k + 1 :]:
        if item.kind == "punct" or _finite(item) or item.is_function("conj"):
            return False
        if item.kind in _NOUNS and not governed and _shares(cases, item):
            return True
        owned = governed and item.kind == "trigger"  # "во время разгона блокад": whose the act is
        governed = item.is_function("prep") or (governed and item.kind == "word") or owned
    return False


def _noun(item: Item) -> bool:
    """Return whether an item names a thing or an act."""
    return item.kind == "nominal" or (item.kind == "trigger" and item.value == "noun")


def _shares(cases: str, item: Item) -> bool:
    """Return whether a noun may stand in one of these cases."""
    readings = item.span.readings if item.span is not None else ()
    return not set(cases).isdisjoint(case for known in readings for case in known.feature.case)


def _finite(item: Item) -> bool:
    known = item.known
    verb = item.kind == "trigger" or item.is_function("light")
    return verb and known is not None and known.feature.form in _FINITE


def _genitive(mention: Mention) -> bool:
    return not mention.case or not _GENITIVE.isdisjoint(mention.case)


def _agree(first: Mention, second: Mention) -> bool:
    """Return whether two pieces may stand in the same case; a name of no table may stand in any. Behind two, three or
    four an adjective is in the plural and its noun is not ("два российских дипломата").
    """
    counted = first.kind == "demonym" and "G" in first.case and "g" in second.case
    return counted or not second.case or not first.case or not set(first.case).isdisjoint(second.case)


def _shared(first: Mention, second: Mention) -> str:
    return "".join(case for case in first.case if case in second.case) or second.case or first.case
