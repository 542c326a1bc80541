"""What an article teaches while it is read: who holds which office, who spoke last, which institution is meant."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from marsad.mentions.blocs import of_kind
from marsad.mentions.items import Mention
from marsad.mentions.participants import Participant
from marsad.mentions.remembered import Act, Deal, Remembered, acting_state, one_state
from marsad.model.values import Interval

SHORTEST_NAME = 3
PERSONS = frozenset({"office", "people", "side"})  # kinds of titles that persons have
# From how many letters on two words may be compared without their endings, and how long an ending may be.
LONG_WORD, ENDING = 5, 2
AT_HOME = frozenset({"MIL", "COP", "JUD", "LEG", "SPY", "OPP", "REB", "CVL", "PRM"})  # who acts at home, by sector
# The codes of states have three letters, those of regions more; that of no known state.
STATE, NOBODY = 3, "---"
RECENT, KEPT = 8, 500  # how many mentions back count as the last two sentences, and how many are kept at least
BESIDE = (0, 1)  # how far from somebody stands who he is ("Grossi, head of the agency"): one naming, not two
GROUP = "group"  # what armed groups, parties and some clubs of states are called
# States whose people put their surname first.
SURNAME_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "HKG"})
TOLD_OFTEN = PAIR = 2  # how often two states are told of together that an article is about
# Sectors of groups under arms that are no forces of a state ("the insurgents").
UNDER_ARMS = frozenset({"REB", "PRM", "UAF", "CRM", "GOV", "PRE"})
MOSTLY = 0.8  # of how many mentions of states those of one make it the only one that an article is about
# Sectors of the two camps that stand against one another in one state.
RULING, MOVING = frozenset({"GOV", "MIL"}), frozenset({"REB", "OPP", "PRM"})


class Memory:
    """The persons and actors of one article, in the order they came; `proclitics` may stand before a known name,
    `personal` tells that "he" and "she" are persons and "it" is none.

    `meeting` are those who met last, `host` the state where they did, `sitting` that a summit, session or
    conference was told of, `convened` the body that did, `assembled` the same unless two states met after it,
    `seats` the one that did in each state, `camps` the government and the movement of one state that acted together
    last, `deals` the agreements told of, the last at the end, `deal_told` that the sentence before spoke of one,
    `sides` the states that acted together last, by their number, `doers` who used force last, `leaving` who is on
    the way out of which body, `party` whose standing in one was told last, `act` the last act that others may do as
    well, `weighed` the last step taken or not, `speakers` those who spoke last, `home` the state of the dateline or
    the first that acted, `dates` the last past and the last date of the sentences just before, `published` the day of
    the report, `first_names` those of the tables, `disaster` whether an accident or a disaster was told of and no
    violence yet, `bodies` those named, `participants` who took part in the sentence before, `acting_last` by gender.
    """

    act: Act | None = None
    weighed: Act | None = None
    published: datetime.date | None = None
    first_names: frozenset[str] = frozenset()
    disaster: bool | None = None

    def __init__(
        self, proclitics: frozenset[str] = frozenset(), endings: tuple[str, ...] = (), personal: bool = False
    ) -> None:  # fmt: skip
        self.proclitics, self.personal = proclitics, personal
        self._endings = tuple(sorted(endings, key=len, reverse=True))
        # Persons by their last names, and those of people whose state nobody knows.
        self._persons, self.strangers = dict[str, Remembered](), set[str]()
        self._offices: dict[str, Remembered] = {}
        self._recent: list[Mention] = []
        # Institutions by what distinguishes their mentions, the last named at the end, and how often each was named:
        # an article may be long, and they are looked through often.
        self.bodies: dict[tuple[str, tuple[str, ...], str], Mention] = {}
        self._named, self._states = Counter[str](), Counter[str]()
        # The state whose army, police, citizens ... were named last, by sector.
        self._affairs: dict[str, str] = {}
        self._subjects: list[Mention] = []
        self._person, self._holder, self.participants = list[Mention](), list[Mention](), list[Participant]()
        self.acting_last: dict[str, list[Mention]] = {}
        self.named_words: set[str] = set()
        self.told_last: dict[str, Mention] = {}  # the last `people` told of, the last body of no state (`civic`)
        self.speakers, self.meeting = list[Mention](), list[Mention]()
        self.deals, self.deal_told = list[Deal](), False
        self.sides: dict[int, list[Mention]] = {}
        self.convened, self.assembled, self.camps = list[Mention](), list[Mention](), list[Mention]()
        self.host, self.doers, self.sitting = list[Mention](), list[Mention](), False
        self.seats: dict[str, list[Mention]] = {}
        self.leaving: tuple[list[Mention], list[Mention]] = ([], [])
        self.party, self.authors = list[Mention](), dict[str, list[Mention]]()
        self.home, self.acting = "", set[str]()
        self._pairs: Counter[frozenset[str]] = Counter()
        self.dates: list[tuple[Interval | None, Interval | None]] = []

    def person(self, token: str) -> Remembered | None:
        """Return the person whose last name a token is, particles before it left out; None for an unknown one."""
        token = self._stem(token)
        found = self._persons.get(token)
        for length in range(1, 4) if found is None and self.proclitics else ():
            if token[:length] in self.proclitics and token[length:] in self._persons:
                return self._persons[token[length:]]
        return found

    def _stem(self, name: str) -> str:
        """Return a name without the ending of its case, so that all its forms are one; three letters stay at least."""
        for ending in self._endings:
            if name.endswith(ending) and len(name) - len(ending) >= SHORTEST_NAME:
                return name.removesuffix(ending)
        return name

    def office(self, role: str) -> Remembered | None:
        """Return the last holder of an office, None where nobody was named."""
        return self._offices.get(role)

    def whose(self, sector: str) -> str:
        """Return the state whose army, police or court it is where the article has named one of the kind, else the
        state whose own affairs it tells of, else its home.
        """
        told = list(self._affairs.values()) if sector in AT_HOME else []
        acted = acting_state(self._subjects, sector) if told else ""
        own = told[-1] if told and self.home not in told else ""
        return acted or self._affairs.get(sector) or own or self.seat_or_topic()

    def told(self, sector: str) -> str:
        """Return the state of whose army, police or court the article told last, empty where it named none."""
        return self._affairs.get(sector, "")

    def seat_or_topic(self) -> str:
        """Return the home of the article; where that is but the seat of its dateline, the state it is about."""
        named = [m.country for m in self._recent if m.kind != "place"]
        acted = one_state(self._subjects)
        return acted if acted in named and named.count(self.home) < PAIR else self.home

    def only_state(self) -> str:
        """Return the state that an article is about if it hardly told of any other, else nothing."""
        ((state, often),) = self._states.most_common(1) or [("", 0)]
        return state if often > MOSTLY * self._states.total() else ""

    def learn(self, mention: Mention, located: bool = False) -> None:
        """Remember an actor: a person under the last name, an office under its role; `located`: as a place."""
        if not mention.country:
            self._learn_name(mention)
            return
        if located:
            mention = replace(mention, kind="place")
        self._learn_person(mention)
        if not self.home and mention.country[:4] not in ("IGO:", NOBODY) and mention.kind != "place":
            self.home = mention.country
        if mention.sector in AT_HOME and mention.country[:4] not in ("IGO:", NOBODY):
            self._affairs[mention.sector] = mention.country
        self._recent.append(mention)
        self._recent = self._recent[-KEPT:] if len(self._recent) > 2 * KEPT else self._recent
        self._states[mention.country] += len(mention.country) == STATE and mention.country != NOBODY
        if mention.country.startswith("IGO:"):
            self._name_body(mention)
        elif mention.kind != "place":
            self.acting.add(mention.country)

    def _learn_person(self, mention: Mention) -> None:
        if mention.person and is_person(mention):
            self._holder = [mention]
        known = self._learn_name(mention)
        if mention.role:
            self._offices[mention.role] = known

    def _learn_name(self, mention: Mention) -> Remembered:
        """Return what is to be remembered of an actor, a person with an office or a state under the names of theirs."""
        known = Remembered(mention.country, mention.sector, mention.role, mention.person)
        told = mention.kind in ("person", "title") and (known.country or known.sector)
        names = mention.person.split() if told else []
        if mention.kind == "name" and " " in mention.person:
            self.strangers.add(mention.person.split()[-1])
        for part in names[-2:]:
            if len(part) + mention.person.endswith(f" {part}") > SHORTEST_NAME:
                self._persons[self._stem(part)] = known
        if len(names) > 1 and mention.country in SURNAME_FIRST:
            self._persons[self._stem(names[0])] = known
        return known

    def _name_body(self, mention: Mention) -> None:
        self.named_words.update(word for word in mention.words if len(word) > SHORTEST_NAME)
        last = next(reversed(self.bodies.values()), mention)
        self._named[mention.country] += last.country != mention.country or mention.i - last.j not in BESIDE
        key = (mention.country, mention.words, mention.title_kind)
        self.bodies.pop(key, None)
        self.bodies[key] = mention

    @property
    def topic(self) -> list[Mention]:
        """The body that the article is about: somebody took a step in it, it was named again or is the only one."""
        if self.act is not None and (told := self.act.roles.get("institution")):
            return told
        alone = len(self._named) == 1
        return [body for body in reversed(self.bodies.values()) if alone or self._named[body.country] > 1][:1]

    @property
    def empty(self) -> bool:
        """Whether the article has named nobody yet."""
        return not self._recent and not self.speakers

    def last_date(self, past: bool) -> Interval | None:
        """Return the date told last in the sentences just before, that of the report where there is none."""
        told = (pair[0] if past else pair[1] for pair in reversed(self.dates))
        today = Interval(self.published, self.published, "day") if self.published is not None else None
        return next((date for date in told if date is not None), today)

    def note_subject(self, mentions: list[Mention]) -> None:
        """Remember who acted last."""
        if mentions:
            self._subjects = mentions
        self._person = next(([m] for m in mentions if m.country and is_person(m) and not m.plural), self._person)

    def note_sides(self, mentions: list[Mention]) -> None:
        """Remember which states acted together."""
        states = {m.country: m for m in mentions if m.country and not m.country.startswith("IGO:")}
        if len(states) > 1:
            self.sides[len(states)] = list(states.values())
            self.camps = []
        else:
            self.note_camps(mentions)

    def note_camps(self, mentions: list[Mention]) -> None:
        """Remember the government and the movement of one state that acted together."""
        ruling = [m for m in mentions if m.sector in RULING and m.country]
        moving = [m for m in mentions if m.sector in MOVING]
        if len(ruling) == len(moving) == 1 and moving[0].country in (ruling[0].country, "---", ""):
            self.camps = [m for m in mentions if m is ruling[0] or m is moving[0]]

    def note_deal(self, parties: list[Mention], form: str) -> None:
        """Remember an agreement; one told of again by a general name keeps its form."""
        states = {m.country for m in parties}
        same = [deal for deal in self.deals if deal.states == states]
        kept = form or next((deal.form for deal in reversed(same)), "")
        self.deals = [deal for deal in self.deals if deal.states != states or deal.form not in ("", kept)]
        self.deals.append(Deal(parties, kept))

    def note_pair(self, states: set[str]) -> None:
        """Count that two states, or a state and a body, were told of together."""
        if len(states) == PAIR and any(len(state) == STATE for state in states):
            self._pairs[frozenset(states)] += 1

    def topic_pair(self, bodies: bool = False) -> list[Mention]:
        """Return the two sides that the article tells of together more often than of all others, else nobody; one may
        be an institution if `bodies` may be meant.
        """
        pairs = [(pair, n) for pair, n in self._pairs.most_common(3) if bodies or all(len(s) == STATE for s in pair)]
        (first, often), (_, next_often) = (*pairs, (frozenset(), 0), (frozenset(), 0))[:2]
        if often < TOLD_OFTEN or often == next_often:
            return []
        named = dict.fromkeys(m.country for m in self._recent if m.country in first)
        return [Mention(0, 0, "state" if len(s) == STATE else "institution", s, resolved=True) for s in named]

    def told_most(self, number: int) -> list[Mention]:
        """Return so many states if the article has told of them more often than of all others, else nobody."""
        told = Counter(m.country for m in self._recent if m.kind != "place" and len(m.country) == STATE).most_common()
        if len(told) < number or (len(told) > number and told[number - 1][1] == told[number][1]):
            return []
        return [Mention(0, 0, "state", state, resolved=True) for state, _ in told[:number]]

    def last_subject(self) -> list[Mention]:
        """Return who acted last, empty at the start of an article."""
        return self._subjects

    def last_group(self, armed: bool = False) -> list[Mention]:
        """Return the armed group or party named last, as a list of one; none where an institution was named after it,
        unless none was as often, or what is looked for is `armed`.
        """
        groups = [m for m in self._recent if m.kind == GROUP and (not armed or m.sector in UNDER_ARMS)]
        last = next((m for m in reversed(self._recent) if m.kind in ("group", "institution")), None)
        if groups and (armed or groups[-1] is last):
            return groups[-1:]
        code, often = next(iter(Counter(m.code for m in groups).most_common(1)), ("", 0))
        often_told = often > max(self._named.values(), default=0)
        return [m for m in reversed(groups) if m.code == code][:1] if often_told else []

    def last_of(self, sector: str, here: Sequence[Mention] = ()) -> list[Mention]:
        """Return the body or group of a sector named last, as a list of one or none ("the force", "the charity")."""
        told = chain(reversed(here), reversed(self._recent))
        bodies = (m for m in told if m.sector == sector and (m.kind == GROUP or m.title_kind == "body"))
        return list(islice(bodies, 1))

    def recent_states(self, here: Sequence[Mention] = ()) -> list[str]:
        """Return the codes of the states told of otherwise than as a place, the last first."""
        told = (m.country for m in chain(reversed(here), reversed(self._recent)) if m.kind != "place")
        return list(dict.fromkeys(code for code in told if code and not code.startswith(("IGO:", "---"))))

    def last_named(self) -> list[Mention]:
        """Return the person named last, as a list of one or none."""
        return self._holder

    def last_person(self) -> list[Mention]:
        """Return the person who acted last, empty where none has."""
        return self._person

    def last_institution(
        self, here: Sequence[Mention] = (), kind: str = "", words: Sequence[str] = ()
    ) -> list[Mention]:
        """Return the institution that an expression stands for, as a list of one or none; `here` was named just before.

        One whose name shares a word with the expression ("the court" after "International Criminal Court") goes before
        one of the wanted kind (`group`), that before the one that acted last, that before the one named most often, of
        equals one of the last two sentences, the last, else the first. A "group" is none of several of other kinds.
        """
        present = [m for m in here if m.country.startswith("IGO:")]
        found = of_kind([*self.bodies.values(), *present], kind)
        if not found:
            return []
        counts = self._named + Counter(m.country for m in present)
        wanted = {form for word in words for form in self._telling(word)}
        here_codes = {m.country for m in present}
        recent = {m.country for m in self._recent[-RECENT:]} | here_codes
        alone = all(m.country.startswith("IGO:") for m in self._subjects)  # beside a state it is a party
        acted = {m.country for m in self._subjects if alone and m.kind == "institution" and not m.resolved}

        def fit(place: int) -> tuple[bool, bool, bool, bool, int, int]:
            mention = found[place]
            named = {form for word in mention.words for form in (word, *self._bare(word))}
            of_its_kind = bool(kind) and mention.title_kind == kind
            alike = bool(wanted & named) or any(_akin(one, other) for one in wanted for other in named)
            order = place if mention.country in recent else -place - 1
            told = mention.country in here_codes, mention.country in acted
            return alike, of_its_kind, *told, counts[mention.country], order

        best = max(range(len(found)), key=fit)
        known = len({m.country for m in found}) == 1 or kind != GROUP or any(fit(best)[:2])
        return [found[best]] if known else []  # "the group" is none of several bodies that are no groups

    def body_called(self, word: str) -> str:
        """Return the code of the institution that the article is about if a word is one of its name, else nothing."""
        forms = self._telling(word)
        for body in reversed([m for m in self.bodies.values() if m.kind == "institution" and not m.resolved]):
            named = {form for own in body.words for form in (own, *self._bare(own))}
            if forms & named:
                return body.country
        return ""

    def _telling(self, word: str) -> set[str]:
        """Return the forms of a word by which a body may be known again; a short word ("the") tells nothing, unless a
        particle is written with it ("البنك").
        """
        own = {word} if len(word) > SHORTEST_NAME else set()
        return own | {form for form in self._bare(word) if len(form) >= SHORTEST_NAME}

    def _bare(self, word: str) -> list[str]:
        return [word[n:] for n in range(1, 4) if word[:n] in self.proclitics]

    def last_state(
        self, here: Sequence[Mention] = (), but: Collection[str] = ("",), kind: Collection[str] = ()
    ) -> list[Mention]:
        """Return the state named last other than as a place, none of `but`, of that `kind` if any, as a list."""
        for mention in chain(reversed(here), reversed(self._recent)):
            fits = mention.country not in but and (not kind or mention.country in kind)
            if fits and not mention.country.startswith("IGO:") and mention.kind != "place":
                return [Mention(mention.i, mention.j, "state", mention.country, resolved=True)]
        return []

    def last_ministry(self) -> list[Mention]:
        """Return the ministry or minister named last, as a list of one or none."""
        named = (m for m in reversed(self._recent) if "minist" in m.role and m.country)
        return [Mention(m.i, m.j, "title", m.country, m.sector, m.role, resolved=True) for m in named][:1]

    def other_side(self, countries: set[str], treaty: bool = False) -> list[Mention]:
        """Return the state of the last two sentences that acted beside these, as a list of one or none.

        For a treaty only where the article knows of no third state.
        """
        if treaty and len(self.acting | countries) != 2:
            return []
        for mention in reversed(self._recent[-RECENT:]):
            state = mention.country
            if state and state not in countries and not state.startswith("IGO:") and mention.kind != "place":
                return [Mention(mention.i, mention.j, "state", state, resolved=True)]
        return []

    def recently(self, countries: Iterable[str]) -> bool:
        """Return whether all of these were named in the last two sentences."""
        return set(countries) <= {mention.country for mention in self._recent[-RECENT:]}

    def pair(self, number: int, sector: bool, here: Sequence[Mention] = ()) -> list[Mention]:
        """Return the last actors of `number` different states, in the order of the text; none where there are fewer."""
        found: dict[str, Mention] = {}
        for mention in chain(reversed(here), reversed(self._recent)):
            if mention.country.startswith("IGO:") or len(mention.country) != STATE or mention.kind == "place":
                continue
            found.setdefault(mention.country, mention)
            if len(found) == number:
                break
        if len(found) < number:
            return []
        return [
            m if sector else Mention(m.i, m.j, "state", m.country, m.sector, words=m.words)
            for m in reversed(found.values())
        ]


def is_person(mention: Mention) -> bool:
    """Return whether a mention is a person or people: by name, by an office that has a holder, by what they are."""
    return bool(mention.person) or mention.kind in ("person", "name") or mention.title_kind in PERSONS


def _akin(one: str, other: str) -> bool:
    """Return whether two words are forms of one that differ in their ending alone ("сообщество", "сообщества")."""
    shorter = min(len(one), len(other))
    return shorter >= LONG_WORD and abs(len(one) - len(other)) <= ENDING and one[: shorter - 1] == other[: shorter - 1]
