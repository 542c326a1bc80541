"""Noun groups in languages that write the case at the end of the whole group ("Rusya Dışişleri Bakanı Lavrov'un")."""

from marsad.mentions.groups import Grouper
from marsad.mentions.items import Item, Mention
from marsad.mentions.owners import ENVOYS
from marsad.mentions.pieces import NAMES, STATES, absorb

# What is called after who leads it.
_LED = frozenset({"administration", "government", "cabinet", "regime"})
# A word that opens a sentence is no name where it is shorter.
_SHORTEST = 3
# Whose bodies have no ministers and no former officials of their own.
_APART = frozenset({"JUD", "LEG", "COP", "MIL", "LAB", "NGO", "BUS", "MED", "EDU", "AGR", "REL", "JRN"})
# A piece in another case than these ends its group.
_GOES_ON = frozenset("nNgGpP")
# The nominative of what somebody owns looks like the accusative of what nobody owns ("başbakanı").
_OWNED, _OBJECT = frozenset("pP"), frozenset("aAoO")
# The words for parties that are adjectives too, the powers of a state, and people that none of these has.
_PARTY, _POWERS = frozenset({"PTY", "OPP"}), frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})
_UNOWNED = frozenset({
    "protesters", "civilians", "residents", "women", "children", "refugees", "migrants", "journalists", "students",
    "gunmen", "criminals", "suspects", "rebels", "militants", "terrorists", "farmers", "clerics", "voters",
})  # fmt: skip
# The cases of what somebody owns, as an object too ("diplomatını").
_THEIRS = frozenset("pod")
# Whose followers and bodies are called after them with the office before the name ("Başbakan Modi hükümeti").
_HEADS = frozenset(
    {"president", "prime-minister", "chancellor", "leader", "king", "governor", "mayor", "head-of-state"}
)


class SuffixGrouper(Grouper):
    """Groups the items of one sentence; the last piece of a group gives it its case."""

    def run(self, row: list[Item]) -> list[Item]:
        """Return the items with every noun group as one; an envoy's owner sends, the state beside it receives."""
        grouped = super().run(row)
        result: list[Item] = []
        for item in grouped:
            before = result[-1].mention if result else None
            if before is not None and item.mention is not None and _sends(before, item.mention):
                item.mention.to, item.mention.country = item.mention.country, before.country
                item.mention.i = item.i = result.pop().i
            elif before is not None and item.mention is not None and _seated(before, item.mention):
                item.mention.country = before.country
            if not result or not (self._some_of(result[-1], item) or self._told_of(result, item)):
                result.append(item)
        return result

    def _told_of(self, before: list[Item], item: Item) -> bool:
        """Give people or an office before which their number stands the state of the people's name or the owner before
        that ("Parisli beş yargıç"); return whether the owner takes them up ("Rusya'nın 18 diplomatını").
        """
        k = len(before) - 1
        while k >= 0 and (before[k].is_function("quant", "") or self.sentence.tokens[before[k].i].isdigit()):
            k -= 1
        whose = before[k].mention if 0 <= k < len(before) - 1 else None
        mention = item.mention
        if whose is None or mention is None or mention.country or mention.title_kind not in ("people", "office"):
            return False
        if whose.kind == "demonym" and whose.case == "n":
            mention.country = whose.country
            del before[k]
        elif whose.case.lower() == "g" and not whose.person and mention.case.lower() in _THEIRS:
            return self._owning(before, k, item)
        return False

    def _owning(self, before: list[Item], k: int, item: Item) -> bool:
        """Return True, the owner at item `k` one with the people behind their number; who owns them is told so."""
        whose, mention = before[k].mention, item.mention
        assert whose is not None
        assert mention is not None
        absorb(whose, mention, self.after)
        whose.case, whose.plural, whose.j = mention.case, True, item.j
        before[k].j, before[k].span, before[k].known = item.j, item.span, item.known
        del before[k + 1 :]
        return True

    def _some_of(self, before: Item, item: Item) -> bool:
        """Return whether a word counts some of the people before it, who take its case ("generallerinden biri")."""
        mention = before.mention
        if mention is None or mention.case.lower() != "b" or not item.is_function("quant") or not item.role:
            return False
        kind, _, case = item.role.partition(" ")
        if kind != "some-of":
            return False
        mention.case, mention.j, before.j = case, item.j, item.j
        return True

    def _apposed(self, row: list[Item], k: int, second: int) -> bool:
        """Return whether a name and an office beside a comma are one actor: they stand in the same case."""
        if not super()._apposed(row, k, second):
            return False
        one, other = row[k].mention, row[second].mention
        return one is not None and other is not None and one.case.lower() == other.case.lower()

    def _name_length(self, row: list[Item], k: int, follows_actor: bool) -> int:
        """Return how many words the name at item `k` has: one with a case ends it, and is a name where it opens."""
        length = super()._name_length(row, k, follows_actor)
        first = row[k]
        if not length and first.kind == "word" and self._capital(first.i):
            return 1 if self._written_case(first.i) or self._opens(first) else 0
        ends = (n for n in range(length) if self._written_case(row[k + n].i))
        return next(ends, length - 1) + 1

    def _opens(self, item: Item) -> bool:
        """Return whether an unknown word before a comma opens the sentence, no plural: who it is about."""
        tokens = self.sentence.tokens
        case = self.endings.get(tokens[item.i][-3:], ("", ""))[1]
        return item.j < len(tokens) and tokens[item.j] == "," and len(tokens[item.i]) > _SHORTEST and not case

    def _capital(self, i: int) -> bool:
        assert self.upper is not None
        return self.upper[i] and ("'" not in self.sentence.tokens[i] or bool(self._written_case(i)))

    def _written_case(self, i: int) -> str:
        """Return the case that stands behind the apostrophe of token `i`, empty where none does."""
        _, mark, ending = self.sentence.tokens[i].partition("'")
        return self.endings.get(mark + ending, ("", ""))[1] if mark else ""

    @staticmethod
    def _bare(token: str) -> str:
        return token.partition("'")[0]

    def _name_item(self, pieces: list[Item]) -> Item:
        item = super()._name_item(pieces)
        if item.mention is not None:
            item.mention.case = self._written_case(pieces[-1].i) or "n"
        return item

    def _mention(self, item: Item) -> Mention:
        """Return the mention of a known piece with the case it stands in, the nominative where it may be that."""
        mention = super()._mention(item)
        if item.span is not None and item.known is not None:
            kind = item.known.entry.kind
            cases = [known.feature.case for known in item.span.readings if known.entry.kind == kind]
            mention.case = next((case for case in cases if case in ("n", "N")), "") or _unowned(cases)
            mention.plural = mention.plural or mention.case.isupper()
        return mention

    def _join(self, mention: Mention, item: Item) -> int:
        """Join a piece that the mention can own, in its case as something owned; an office owns no object."""
        if mention.case and mention.case not in _GOES_ON:
            return 0
        other = item.mention or self._mention(item)
        if mention.kind in NAMES and other.kind == "title":
            return self._led(mention, other, item)
        if mention.kind == other.kind == "title" and not self._owns(mention, other):
            return 0
        if other.kind == "title" and self._complete(mention, other, item):
            return 0
        if mention.kind == other.kind == "title" and other.title_kind == "body" and not self._owned_case(item):
            return 0  # "the opposition leader" and "police" side by side
        if other.kind in NAMES and mention.kind == "title" and _several(mention):
            return 0
        describes = mention.kind == "demonym"
        taken = super()._join(mention, item)
        if taken:
            mention.case = other.case if describes and not self._compound(other, item) else ""
            mention.case = mention.case or self._owned_case(item) or other.case
        return taken

    def _compound(self, other: Mention, item: Item) -> bool:
        """Return whether a body, or an office with a capital, behind the name of a people is theirs ("Sırp hükümeti"):
        it is then the nominative, while "Sırp bakanı" is a Serb minister as an object.
        """
        assert self.upper is not None
        return other.title_kind == "body" or (other.title_kind == "office" and self.upper[item.i])

    def _complete(self, mention: Mention, other: Mention, item: Item) -> bool:
        """Return whether a body stands beside somebody who is not its own ("öğrenci kolu göstericilere"): no ending
        says that it owns them, or nobody does ("polis göstericileri"). The name of a party may be an adjective.
        """
        if mention.kind != "group" and (mention.kind != "title" or mention.title_kind != "body"):
            return False
        if other.role == "government":
            return mention.kind == "title" and other.case in _OBJECT  # "muhalefet hükümeti"
        owned = self.sentence.tokens[mention.j - 1].endswith(self.profile.owned_endings)
        closed = owned if mention.j - mention.i > 1 else mention.sector not in _PARTY
        bare = not self._owned_case(item) and (other.title_kind == "people" or item.j - item.i == 1)
        apart = bare or (mention.sector in _POWERS and other.role in _UNOWNED)
        return other.title_kind in ("people", "office") and closed and apart

    def _led(self, mention: Mention, other: Mention, item: Item) -> int:
        """Return 1 where a name owns a government or people ("Trump yönetimi"): an office stands before its holder."""
        people = mention.kind == "name" and other.title_kind == "people" and other.plural
        led = other.role in _LED and (not mention.role or mention.resolved or mention.role in _HEADS)
        case = self._owned_case(item)
        if not (people or led) or not (case or other.case.lower() == "n"):
            return 0
        absorb(mention, other, self.after)
        mention.case = case or other.case
        return 1

    @staticmethod
    def _owns(mention: Mention, other: Mention) -> bool:
        """Return whether an office or body can own the next title: no office owns one in a case of the verb."""
        if mention.sector in _APART and (other.sector == "ELI" or other.role.endswith("minister")):
            return False  # no court or union has a minister
        if mention.title_kind == "office":
            return other.case.lower() in ("n", "")
        return other.case not in _OBJECT or other.title_kind != "people"

    @staticmethod
    def _owned_case(item: Item) -> str:
        """Return the nominative where a piece may be something owned, empty where it can't."""
        readings = item.span.readings if item.span is not None else ()
        owned = next((known.feature.case for known in readings if known.feature.case in _OWNED), "")
        return {"p": "n", "P": "N"}.get(owned, "")


def _several(mention: Mention) -> bool:
    """Return whether a title is no single person's: a body, a plural, people in general ("savcılar", "bin kişi")."""
    return mention.plural or mention.title_kind == "body" or mention.role == "people"


def _unowned(cases: list[str]) -> str:
    """Return the case of a piece that nobody owns: the accusative where its form may be that."""
    return next((case for case in cases if case in _OBJECT), cases[0] if cases else "")


def _seated(place: Mention, other: Mention) -> bool:
    """Return whether somebody of no told state is where a place with "-ki" says ("Abuja'daki senatörler"): no envoys
    and no soldiers, who may be another's.
    """
    there = place.kind in STATES and place.case == "k" and place.kind != "demonym" and place.country.isalpha()
    free = other.kind in ("title", "person") and not other.country and other.role not in ENVOYS
    return there and free and other.sector not in ("MIL", "IGO", "NGO", "JRN", "REF") and other.role != "embassy"


def _sends(owner: Mention, envoy: Mention) -> bool:
    """Return whether an actor sends an envoy to the state that the envoy is named with ("ABD'nin Çin büyükelçisi")."""
    owns = owner.case.lower() == "g" and owner.kind in STATES and owner.country != envoy.country
    return owns and envoy.role in ENVOYS and bool(envoy.country)
