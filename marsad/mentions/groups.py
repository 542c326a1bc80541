"""Noun groups: titles, states and persons that stand together are one actor ("وزير خارجية أرمينيا أرارات ميرزويان").

A group grows to the right as long as the next piece can belong to the same actor. Which order is allowed follows from
where the language puts its adjectives: before the noun (state, title, name) or after it (title, state, name).
"""

from collections.abc import Sequence

from marsad.lexicon.profile import Profile
from marsad.mentions.across import owned_across
from marsad.mentions.apposed import appositions, beside
from marsad.mentions.civic import of_civic, these
from marsad.mentions.first_words import acts, before_time
from marsad.mentions.fragments import fragments
from marsad.mentions.holders import named_before
from marsad.mentions.items import Item, Mention, function_words
from marsad.mentions.labels import homes_told, labelled
from marsad.mentions.lands import acts_of, lands
from marsad.mentions.memory import Memory
from marsad.mentions.naming import (
    courtesies,
    ended,
    named_offices,
    once_named,
    other_bearer,
    unquoted,
)
from marsad.mentions.objects import acted_on, object_behind, stands_apart
from marsad.mentions.owners import (
    ENVOYS,
    asked_behind,
    come_from,
    followers,
    from_among,
    is_it,
    named_like_town,
    named_owners,
    names_outlet,
    of_body,
    of_both,
    of_country,
    of_group,
    of_land,
    of_state,
    of_two,
    one_behind_several,
    own_adjective,
    own_holder,
    own_person,
    people_of,
    reporters,
    retire,
    rival_named,
    seated,
    sector_among,
    sits_for,
    speak_for,
    theirs,
)
from marsad.mentions.pieces import (
    NAMES,
    STATES,
    absorb,
    in_opposition,
    mention_of,
    nameable,
    number_owned,
    other_side,
    unnamed,
)
from marsad.mentions.recalled import recalled
from marsad.mentions.related import without_relations
from marsad.mentions.several import citizens, counted, is_site, one_holder
from marsad.mentions.siding import sided, takes_side
from marsad.mentions.so_called import adjective_too, so_called
from marsad.mentions.towns import seats, towns
from marsad.text.sentences import Sentence

# Those whose an office may be that say so by their place alone, and the most words of a name.
_OWNING, _LONGEST_NAME = frozenset({"state", "capital", "metonym", "place", "institution", "group"}), 5
_CABINETS = frozenset({"government", "administration", "cabinet"})  # roles of what is named after who leads it
# Marks of a body behind the council of it ("المجلس الدائم لمنظمة ...").
OWNED = {"the", "prep:for", "purpose"}


class Grouper:
    """Groups the items of one sentence; `upper` tells which tokens start with a capital (None: the script has none)."""

    def __init__(self, sentence: Sentence, profile: Profile, upper: Sequence[bool] | None, memory: Memory) -> None:
        self.sentence, self.after, self.upper, self.memory = sentence, profile.adjective == "after", upper, memory
        self.verb_last, self.profile, self.particles = profile.word_order == "sov", profile, profile.name_particles
        self.endings, self.absolute, self.articles = profile.endings, profile.absolute, profile.articles
        self.marks, self.bridges = False, self.after and self.verb_last  # `marks`: whether it has an object mark

    def run(self, row: list[Item]) -> list[Item]:
        """Return the items with every noun group as one `actor` item that carries its mention."""
        held, kinds = function_words(row), {item.kind for item in row}
        self.marks = "mark" in held
        row = (
            so_called(row, self.sentence, self.memory, self.articles)
            if "anaphora" in kinds or (self.memory.bodies and "actor" in kinds)
            else row
        )
        row = once_named(unquoted(row, self.sentence), self.sentence)
        row = seats(row, self.sentence) if "anaphora" in kinds else row
        row = sided(row, self._mention) if "affix" in held else row
        refers = "adj" in held or "anaphora" in kinds
        row = lands(row) if refers and self.verb_last and self.upper is None else row
        row = acts_of(named_offices(courtesies(row) if "courtesy" in held else row, not self.after))
        row = reporters(row, self._mention) if "outlet" in kinds else row
        row = self._names(named_owners(row, self.sentence, self.memory) if "anaphora" in kinds else row)
        row = fragments(self._grow_all(towns(row, self.sentence)), self.sentence, self.upper)
        row = labelled(counted(citizens(row), self.sentence), self.sentence)
        row = one_holder(homes_told(row) if self.upper is not None else row, self.sentence, self.bridges)
        row = appositions(without_relations(row, self.sentence), self.sentence, self.after, self._apposed)
        for item in row if "adj" in held else ():
            item.kind = "word" if item.is_function("adj") else item.kind
        told = self.profile.articles, self.memory.first_names
        return row if self.upper is not None else named_before(row, self.sentence, *told)

    def _names(self, row: list[Item]) -> list[Item]:
        """Return the items with names that the article has taught, or capital letters show, as actor items."""
        result: list[Item] = []
        row, at = recalled(row, self.sentence, self.upper, self.memory), 0
        for k in [k for k, item in enumerate(row) if item.kind == "word"]:
            follows = row[k - 1].kind == "actor" if k > at else bool(result) and result[-1].kind == "actor"
            length = self._name_length(row, k, follows) if k >= at else 0
            if length:
                result.extend(row[at:k])
                result.append(self._name_item(row[k : k + length]))
                at = k + length
        return [*result, *row[at:]]

    def _name_length(self, row: list[Item], k: int, follows_actor: bool) -> int:
        if self.upper is None:
            alone = row[k].j - row[k].i == 1  # no form of address before it
            return 0 if alone and not self.memory.person(self.sentence.tokens[row[k].i]) else 1
        length = 1 if self._capital(row[k].i) else 0
        while length and (more := self._more_of_name(row, k + length)):
            length += more
        if length == 1 and row[k].i == 0 and row[k].j == 1:  # the first word alone, no form of address before it
            return int(self.memory.person(self.sentence.tokens[0]) is not None or acts(row, self.sentence.tokens))
        return min(length, _LONGEST_NAME)

    def _more_of_name(self, row: list[Item], k: int) -> int:
        """Return how many items from `k` on go on with a name: one with a capital, particles before it ("van Roy")."""
        n = k
        while n < len(row) and self.sentence.tokens[row[n].i] in self.particles:
            n += 1
        fits = n < len(row) and (row[n].kind == "word" or other_bearer(row[n], self.sentence))
        return n - k + 1 if fits and self._capital(row[n].i) else 0

    def _capital(self, i: int) -> bool:
        assert self.upper is not None
        return self.upper[i] and "'" not in self.sentence.tokens[i]

    @staticmethod
    def _bare(token: str) -> str:
        """Return a name without the case that is written with it."""
        return token

    def _name_item(self, pieces: list[Item]) -> Item:
        i, j = pieces[0].i, pieces[-1].j
        name = [self._bare(token) for token in self.sentence.tokens[i:j]]
        known = self.memory.person(name[-1])
        mention = Mention(i, j, "name", person=" ".join(name))
        if known:
            mention = Mention(i, j, "person", known.country, known.sector, known.role, known.person, resolved=True)
        return Item("actor", i, j, mention=mention)

    def _mention(self, item: Item) -> Mention:
        """Return the mention of a known piece; a person's name is kept as written."""
        mention = mention_of(item)
        if mention.kind == "person":
            mention.person = " ".join(self.sentence.tokens[item.i : item.j])
        return mention

    # Growing

    def _grow_all(self, row: list[Item]) -> list[Item]:
        result: list[Item] = []
        k = 0
        for first in [n for n, item in enumerate(row) if item.kind == "actor"]:
            if first < k:
                continue
            result.extend(row[k:first])
            mention = row[first].mention or self._mention(row[first])
            mention.possessed = mention.possessed or number_owned(result, self.sentence)
            mention.definite |= mention.kind == "name" and bool(result) and result[-1].is_function("det", "the")
            k = self._grow(mention, row, first + 1)
            these(mention, result, self.memory)
            mention.j = row[k - 1].j
            retire(mention, [] if self.after else result[-1:])
            result += [Item("actor", mention.i, mention.j, self._head(row[first:k]).span, row[first].known, mention)]
        return [*result, *row[k:]]

    def _head(self, pieces: list[Item]) -> Item:
        """Return the piece of a group whose noun tells what it is ("Russian troops" are troops)."""
        if self.after or len(pieces) == 1:
            return pieces[0]
        titled = (p for p in reversed(pieces) if p.kind == "actor" and p.span is not None and p.span.find("title"))
        return next(titled, pieces[0])

    def _grow(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return the index after the last item that belongs to the mention, which takes up what they say."""
        while k < len(row):
            taken = self._taken(mention, row, k) or (self.bridges and owned_across(mention, row, k, self._mention))
            if not taken:
                return k
            k += taken
        return k

    def _taken(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many items from `k` on the mention takes up."""
        item = row[k]
        if item.kind == "actor":
            apart = mention.kind == "title" and (
                object_behind(mention, row, k) if self.marks else acted_on(mention, row, k, self.sentence, self.profile)
            )
            return 0 if apart else self._join(mention, item)
        if item.kind == "anaphora" or is_it(row, k):
            of_state = of_both(mention, item) or of_country(mention, row[:k], item, self.memory)
            own = of_state or of_body(mention, row[:k], item, self.sentence, self.memory)
            return own or of_civic(mention, row[:k], item, self.memory)
        if item.is_function("adj"):
            return self._described(mention, row, k) or seated(mention, row[k : k + 2], self._mention)
        if item.kind == "function":
            return self._linked(mention, row, k)
        if item.kind == "outlet" and self.after:
            return int(names_outlet(mention, self.bridges))
        if item.kind == "word" and self.after:
            aged = row[k + 1 : k + 2] and row[k + 1].is_function("adj") and self.sentence.tokens[item.i].isdigit()
            named = 0 if aged else self._trailing_name(mention, row, k) or self._named_body(mention, row, k)
            return self._described(mention, row, k) if aged else named
        owns = item.kind == "punct" and self.sentence.tokens[item.i] == "'s"
        return self._possessive(mention, row, k) if owns else 0

    def _join(self, mention: Mention, item: Item) -> int:
        other = item.mention or self._mention(item)
        named = mention.kind == "title" and not self.after
        if named and (rival_named(mention, other) or named_like_town(mention, other)):
            if other.kind == "place":
                mention.kind, mention.person = "person", " ".join(self.sentence.tokens[item.i : item.j])
            return 1
        owned = mention.sector == "IGO" and other.kind == "institution"
        if not set(item.marks) <= (OWNED if owned else {"the"}) and not of_group(mention, other, item.marks):
            return 0
        if self.after and takes_side(mention, other):
            return 1
        led = mention.role in _CABINETS and mention.country in ("", other.country)
        if self.after and led and other.kind == "person":
            mention.country = other.country  # "دولت ترامپ"
            return 1
        joins = self._joins_after if self.after else self._joins_before
        if not joins(mention, other) or (self.articles and self._closed(mention, other, item)):
            return 0
        absorb(mention, other, self.after)
        return 1

    def _closed(self, mention: Mention, other: Mention, item: Item) -> bool:
        """Return whether an office ends with an article, so that no state or body behind it can be whose it is."""
        own = mention.kind == "title" and other.kind in _OWNING and set(item.marks) <= {"the"}
        last = self.sentence.tokens[item.i - 1]
        own = own and not adjective_too(item, self.sentence.tokens[item.i], self.articles)
        return own and (last.startswith(self.articles) or ended(mention, other, last, self.absolute))

    def _joins_before(self, mention: Mention, other: Mention) -> bool:
        if mention.kind in NAMES:
            own = bool(mention.country) or (mention.definite and other.title_kind == "body")  # "the Gran Sasso gang"
            return other.kind == "title" and own and not other.person
        if mention.kind in STATES or mention.kind in ("institution", "group"):
            return other.kind == "title" or (other.kind in NAMES and not other.resolved and mention.kind != "place")
        if other.kind == "institution":
            return not mention.country
        opposed = other.kind == "group" and mention.sector == other_side(other) and not mention.person
        return opposed or other.kind in NAMES or (other.kind == "title" and mention.title_kind != "people")

    def _joins_after(self, mention: Mention, other: Mention) -> bool:
        if mention.kind in NAMES:
            return False
        if mention.kind == "title":
            if other.kind in STATES or other.kind in ("institution", "group"):
                same = other.kind in ("group", "demonym") and mention.country == other.country  # "فيلق القدس الإيراني"
                told = mention.possessed and (mention.role != "side" or mention.plural)  # "with his minister Lima"
                told = told and other.kind not in ("demonym", "group")
                return not (mention.person or told) and (same or not mention.country)
            apart = one_behind_several(mention, other, self.sentence.tokens[other.i - 1], self.articles)
            apart = apart or of_two(mention, other, self.sentence.tokens, self.profile)
            if apart or stands_apart(mention, other, self.sentence.tokens, self.profile):
                return False
            free = not (mention.country or mention.person) and (
                other.definite or not mention.possessed
            )  # "يقاتل جيشها متمردين"
            named = other.kind in NAMES and (mention.title_kind != "body" or not other.role)
            return named or (other.kind == "title" and free) or self._stands(mention, other)
        if mention.kind == "institution" and other.kind == "person":
            return other.country == mention.country and not mention.person
        people = other.kind == "demonym" and not mention.country.startswith("IGO")
        return mention.kind in ("institution", "group") and (people or self._stands(mention, other))

    def _stands(self, mention: Mention, other: Mention) -> bool:
        """Return whether a word tells where a party stands, in opposition or in power."""
        return in_opposition(mention, other, self.sentence.tokens[mention.i].endswith(self.profile.feminine or ""))

    def _linked(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many items a genitive link and what it governs take, 0 where there is none."""
        link, after = row[k], k + 1
        while after < len(row) and (row[after].is_function("det") or row[after].is_function("quant", "")):
            after += 1
        office = mention.kind == "title" or (mention.kind == "person" and bool(mention.role) and not mention.country)
        if after < len(row) and row[after].kind == "anaphora" and link.is_function("prep", "of"):
            return (after - k + 1) * self._again(mention, row, k, after)
        if after >= len(row) or row[after].kind != "actor" or not office:
            return 0
        other = row[after].mention or self._mention(row[after])
        delegated = mention.title_kind == "side" or mention.role == "representative"
        sent = delegated and link.is_function("prep") and link.role in ("from", "about")
        whose = sent or link.is_function("prep", "of") or come_from(mention, link, other) or speak_for(mention, link)
        whose = whose or of_land(mention, link, other) or sits_for(mention, link, other)
        if whose and not self.after and theirs(mention, other):
            return after - k + 1
        whose = whose and not mention.country and other.kind not in NAMES
        behind = row[after + 1] if after + 1 < len(row) and row[after + 1].kind == "actor" else None
        if whose or own_holder(mention, link, other):
            absorb(mention, other, True)
            return after - k + 1 + people_of(mention, other, behind)
        owned = behind is not None and of_state(other, behind.mention or self._mention(behind), behind.marks)
        asked = self.verb_last and link.role == "from" and asked_behind(row, after)
        if self.after and not asked and from_among(mention, link, other):
            mention.country, mention.sector = other.country or mention.country, sector_among(mention, other)
            return after - k + 1 + owned
        seats = ("to",) if mention.country.startswith("IGO:") else ("to", "in", "at")  # members' envoys sit there
        if mention.role in ENVOYS and link.role in seats and other.kind in (*STATES, "institution"):
            mention.to = other.country
            return after - k + 1
        return 0

    def _again(self, mention: Mention, row: list[Item], k: int, after: int) -> int:
        """Return 1 where what is told of again at item `after` is whose an office before item `k` is, else 0."""
        owned = of_body(mention, row[:k], row[after], self.sentence, self.memory)
        owned = owned or of_country(mention, row[:k], row[after], self.memory)
        several = mention.plural or mention.title_kind == "people"
        return owned or (of_both(mention, row[after]) if several else 0)

    def _described(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many items an adjective of an office and whose it is take ("مسئولان محلی پرو"), 0 for none."""
        if self.after and mention.kind == "state" and row[k].is_function("adj", "beside"):
            return 1  # "طاجيكستان المجاورة"
        if mention.kind != "title" or mention.person or (mention.country and is_site(row[k])):
            return 0
        end = k + 1  # an adjective, or how many years "aged" counts
        while end < len(row) and row[end].is_function("adj"):
            end += 1
        owner = row[end] if end < len(row) and row[end].kind == "actor" else None
        joined = self._join(mention, owner) if owner is not None and self._may_own(owner) else 0
        retire(mention, row[k:end])
        return end - k + joined

    def _may_own(self, item: Item) -> bool:
        return (item.mention or self._mention(item)).kind in (*STATES, "institution", "group")

    def _possessive(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many items "'s" and the title it governs take; else the mention is marked as a genitive."""
        skip = k + 1
        while skip < len(row) and skip < k + 3 and (row[skip].kind == "word" or row[skip].value in ("adv", "quant")):
            skip += 1
        other = row[skip] if skip < len(row) else None
        if other is not None and other.kind == "actor" and mention.kind in (*STATES, "institution", "group"):
            following = other.mention or self._mention(other)
            if following.kind == "title":
                absorb(mention, following, self.after)
                return skip - k + 1
            if skip == k + 1 and own_person(mention, following):
                return 2
        if other is not None and other.kind == "actor" and mention.kind in ("person", "title"):
            other.mention = followers(mention, other.mention or self._mention(other))
        mention.genitive = True
        return 0

    def _trailing_name(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many unknown words after an office are taken as the name of its holder."""
        told = mention.country or before_time(row, k) or self.sentence.tokens[row[k].i] in self.memory.first_names
        if not told or not unnamed(mention):
            return 0
        length = nameable(row[k : k + _LONGEST_NAME - 1], self.sentence.tokens, self.profile.no_name)
        if length and not mention.plural:  # of two it is the name of the first
            mention.person = " ".join(self.sentence.tokens[row[k].i : row[k + length - 1].j])
        return length

    def _named_body(self, mention: Mention, row: list[Item], k: int) -> int:
        """Return how many items tell whose an organisation is, which a state's adjective closes ("نقابة [المعلمين
        الفرنسية]"), 0 where that is none of its own.
        """
        end = own_adjective(mention, row, k, self.sentence, self.profile)
        return end + 1 - k if end and self._join(mention, row[end]) else 0

    def _apposed(self, row: list[Item], k: int, second: int) -> bool:
        """Return whether the actors at items `k` and `second` are a name and the office it has."""
        return beside(row, k, second, self.sentence, self.after)
