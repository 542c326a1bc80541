"""Whose office it is: "the minister", "his counterpart", "the presidents of the two countries"."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.mentions.memory import AT_HOME
from marsad.records.each_owner import of_each_owner
from marsad.records.facing import (
    ABROAD,
    AUTHORITIES,
    MIGRANTS,
    STATES,
    aimed_at,
    faced,
    faced_by,
    fought_at_home,
    goals,
    home_alone,
    of_article,
    of_its_house,
    of_trade,
    only_other,
    party_before,
    ruled,
    states_named,
)
from marsad.records.forces import taken_up
from marsad.records.frame import Frame
from marsad.records.opposite import counterparts, named_counterpart, opposite
from marsad.records.owners_before import owners_before
from marsad.records.posted import (
    DIPLOMAT,
    anybody,
    behind_colon,
    headed_for,
    host,
    hosted,
    last_holder,
    of_the_country,
    of_their_rulers,
    posted,
    same_post,
    turned_on,
)
from marsad.records.scene import Scene
from marsad.records.speaking_for import speaks_for
from marsad.records.spokesmen import represented

# Whose bare office or body ("the police", "parliament") is that of the state the article is at home in.
HOME_SECTORS = frozenset({"OPP", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# Types of what is done in words, mostly at home, and who deals with those at home.
WORDS = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "PROTEST", "CONCEDE"})
AT_LAW, HOLDING = frozenset({"JUD", "COP"}), frozenset({"JUD", "COP", "PRM"})
# With whom those deal who rule a state, and types of what those at law do to people.
DOMESTIC = frozenset({"OPP", "LEG"})
LEGAL = frozenset({"ACCUSE", "COERCE", "SANCTION", "RETREAT", "ASSAULT"})
# Who need not belong to the place where they are told of.
STRANGERS = frozenset({"REF", "UAF", "IGO", ""})
# Kinds of mentions of somebody by their office, and by name.
OFFICIALS, NAMED = frozenset({"title", "person"}), frozenset({"person", "name"})
# The cases that tell where something is, and from where, in languages with cases at the end of the phrase.
_LOCATIVE, _ABLATIVE = frozenset({"l", "L"}), frozenset({"b", "B"})
# Prepositions behind which a state is where something happens.
AT_PLACE = frozenset({"in", "at", "near", "across", "through", "around", "outside"})
# The possessive of states and bodies where a language tells them from persons, and that of whoever acts.
THING, REFLEXIVE = "3ns", "refl"
# Where those stand who come to harm, and kinds of mentions of where something may be.
UPON, PLACES = ("to", "on", "against"), frozenset({"place", "state", "capital"})
# A state among the first words is what the whole sentence is about.
OPENING = 2
# What the host does to envoys of others, and to them alone.
AGAINST_ENVOYS = frozenset({"summon-ambassador", "expel-diplomat"})
# The role of those who hold the office of another one elsewhere, and concepts of those who are somewhere else.
COUNTERPART = "counterpart"
# Roles of people who are those of the state that asks something of them.
CITIZEN = "citizen"
CITIZENS = frozenset({CITIZEN, "civilian", "voter"})
# Offices that bodies of several states have.
HEADS_OF_BODIES = frozenset({"director-general", "secretary-general"})
OF_BODY = "IGO"  # the sector of their holders, and of who speaks for them: of no state
# The role of what each state has one of.
ONE_EACH = frozenset({"government", "head-of-state", "head-of-government", "president", "prime-minister", "leader"})


class Offices:
    """Completes the mentions of offices in one sentence; what it finds stays in the mention."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._places: list[Mention] | None = None

    def named(self, mention: Mention) -> list[Mention]:
        """Return whom a mention names: one actor, or one for each state in "the presidents of the two countries"."""
        if mention.role == COUNTERPART and mention.plural:
            return counterparts(self.scene, mention) or [self._completed(mention)]
        if not mention.shared:
            return of_each_owner(self.scene, mention) or [self._completed(mention)]
        i, j, sector, role = mention.i, mention.j, mention.sector, mention.role
        states = self.scene.sides(mention.shared, [m for m in self.scene.mentions if m.i < i and m.country])
        return [Mention(i, j, "title", state.country, sector, role, resolved=True) for state in states]

    def _completed(self, mention: Mention) -> Mention:
        mention.country = mention.country or self._named_so(mention)
        of_body = mention.sector == OF_BODY and not (mention.country or mention.usual or mention.possessed)
        if of_body or self._several(mention) or speaks_for(self.scene, mention):
            return mention
        if not mention.sector and (mention.title_kind == "side" or named_counterpart(self.scene, mention)):
            self._take_office(mention)
        if mention.possessed and mention.kind in OFFICIALS and mention.role and not mention.country:
            self._take_owner(mention)
        elif mention.kind == "title" and not mention.country and not mention.person and mention.role:
            if whose := represented(self.scene, mention):
                mention.country = whose.country
                mention.sector = whose.sector if whose.kind == "group" else mention.sector
            elif states := self._described(mention) or of_the_country(self.scene, mention):
                mention.country = states[0].country
            elif mention.usual and (mention.title_kind == "body" or mention.sector not in HOME_SECTORS):
                mention.country = self._usual(mention)
            elif not mention.plural and mention.title_kind in ("office", "body") and not anybody(self.scene, mention):
                self._take_state(mention)
        elsewhere = mention.guessed and mention.title_kind == "side"
        if mention.kind in OFFICIALS and not mention.country and mention.sector and not elsewhere:
            mention.country = self._at_home(mention)
        return mention

    def _several(self, mention: Mention) -> bool:
        """Return whether a number stands before governments or heads of state, which then are of several states."""
        if mention.role not in ONE_EACH or mention.country or mention.person:
            return False
        before = next((item for item in self.scene.parse.items if item.j == mention.i), None)
        counted = before is not None and before.kind == "function" and before.value == "quant" and not before.role
        mention.possessed = mention.possessed or counted  # so that nobody gives it a state later
        return counted

    def _named_so(self, mention: Mention) -> str:
        """Return the body that the article is about for its head ("the director-general"), for "the court" the court of
        several states that it has named so, for diplomats the state whose diplomats were told of before.
        """
        if mention.role == DIPLOMAT and not (mention.country or mention.possessed):
            told = self.scene.memory.office(DIPLOMAT)
            return told.country if told is not None else ""
        heads = mention.role in HEADS_OF_BODIES or mention.sector == OF_BODY
        if heads and not mention.country and not mention.possessed:
            return next((body.country for body in self.scene.memory.topic), "")
        bare = mention.title_kind == "body" and mention.sector == "JUD" and not mention.person
        bare = bare and not mention.country and mention.j - mention.i == 1
        known = bare and ("the" in mention.marks or self.scene.parse.verb_last)
        return self.scene.memory.body_called(self.scene.sentence.tokens[mention.i]) if known else ""

    def _usual(self, mention: Mention) -> str:
        """Return the state whose body a name alone suggests: one told of that has one of the name, else the usual."""
        if not mention.likewise:
            return mention.usual
        named = [m.country for m in self.scene.mentions if m.country and m is not mention]
        told = [*named, self.scene.memory.whose(mention.sector), *self.scene.memory.recent_states()]
        known = next((code for code in told if code == mention.usual or code in mention.likewise), mention.usual)
        return "" if known == "---" else known

    def _at_home(self, mention: Mention) -> str:
        """Return the state of a place named in the sentence, else what the title suggests, else the one it is about.

        Only where one state alone is named; civilians have that of a place alone, those from elsewhere none.
        """
        if anybody(self.scene, mention):
            return ""
        known_so = host(self.scene, mention) or taken_up(self.scene, mention) or behind_colon(self.scene, mention)
        if state := known_so or fought_at_home(self.scene, mention):
            return state
        local = self._local_states()
        stranger = mention.sector in STRANGERS or mention.possessed or mention.shared
        if stranger or mention.usual.startswith("IGO:"):
            return mention.usual
        if self.scene.of_all(mention) and not (local and posted(self.scene, mention)):
            return next((m.country for m in self.scene.memory.assembled), mention.usual)
        if len(local) == 1 or mention.usual:
            told = of_its_house(self.scene, mention) or self.scene.memory.whose(mention.sector)
            return next(iter(local)) if len(local) == 1 else told or self._usual(mention)
        named = states_named(self.scene)
        official = mention.sector in HOME_SECTORS or mention.sector == "PTY" or ruled(self.scene, named)
        official = official and len(named) == 1 and not of_trade(self.scene, *named)
        known = (
            named - goals(self.scene) - faced(self.scene, mention) - faced_by(self.scene, mention) if official else ()
        )
        return next(iter(known), "") or of_article(self.scene, mention, named)

    def fellow_citizens(self, frame: Frame) -> None:
        """Give parties, officials and citizens without a state that of the only one that a sentence of words, or of
        police and courts, names.
        """
        at_law = {m.sector for m in frame.of("actor")} <= AT_LAW and bool(frame.of("actor"))
        if not at_law and not WORDS.intersection(frame.concept.event_types):
            return
        named = states_named(self.scene) - aimed_at(self.scene) - goals(self.scene)
        facing = {m.country for m in frame.of("recipient") if m.kind in STATES or m.role in ABROAD}
        acting = {m.country for m in frame.of("actor") if m.kind == "state" and not m.sector}
        asked = (m for m in frame.of("recipient") if m.sector not in HOME_SECTORS or acting != named)
        theirs = (*(frame.of("actor") if facing != named else ()), *asked)
        named_so = "PROTEST" not in frame.concept.event_types  # there a state without an office protests as such
        for mention in theirs if len(named) == 1 else ():
            settled = mention.sector not in STRANGERS or (named_so and mention.kind in NAMED and bool(mention.person))
            if not mention.country and settled and not mention.possessed and named - faced(self.scene, mention):
                mention.country = next(iter(named))
        ruling = {m.country for m in frame.of("actor") if m.sector in AUTHORITIES} - {"", "---"}
        for mention in frame.of("recipient") if len(ruling) == 1 and frame.concept.control == "recipient" else ():
            if not mention.country and mention.role in CITIZENS and not mention.possessed:
                mention.country = next(iter(ruling))  # "urged citizens not to travel to A"

    @staticmethod
    def leave_own_envoys(frame: Frame) -> None:
        """Take envoys of the state itself from those it summons or expels ("expelled its envoy")."""
        if frame.concept.name in AGAINST_ENVOYS:
            acting = frame.states("actor")
            kept = [m for m in frame.of("recipient") if m.role not in ABROAD or m.country not in acting]
            frame.actors["recipient"] = kept

    @staticmethod
    def at_post(frame: Frame) -> None:
        """Give the office without a state that summons or expels an envoy that to which the envoy is accredited."""
        posts = {m.to for m in frame.of("recipient") if m.to} if frame.concept.name in AGAINST_ENVOYS else set()
        for mention in frame.of("actor") if len(posts) == 1 else ():
            if mention.country in ("", "---"):
                mention.country, mention.sector = next(iter(posts)), mention.sector or "GOV"

    @staticmethod
    def under_law(frame: Frame) -> None:
        """Give people without a state that of the only court or police that acts upon them, and these that
        of theirs.
        """
        if not LEGAL.intersection(frame.concept.event_types):
            return
        of_their_rulers(frame)
        officers = [m for m in frame.of("actor") if m.sector in AT_LAW]
        subject = [m for m in frame.of("recipient") if m.sector not in STRANGERS or m.kind in NAMED]
        theirs = [m for m in subject if m.role != CITIZEN]  # of citizens of a state others tell
        for known, others in ((officers, subject), (theirs, [m for m in frame.of("actor") if m.sector in HOLDING])):
            states = {m.country for m in known} - {"", "---"}
            for mention in others if len(states) == 1 else ():
                if not mention.country and not mention.possessed:
                    mention.country = next(iter(states))

    def settle(self, frame: Frame) -> None:
        """Fill in which state something happens, and give somebody named, of no known state, that of the police or
        courts which alone do such a thing there.
        """
        hosted(frame)
        frame.home = self.home(frame.place, frame.predicate) or home_alone(self.scene)
        if not frame.home or frame.actors.get("actor") or not LEGAL.intersection(frame.concept.event_types):
            return
        by_law = frame.concept.by_law
        for mention in frame.of("recipient") if by_law else ():
            if mention.kind in NAMED and not mention.country and not mention.possessed:
                mention.country = frame.home

    def home(self, place: Mention | None, act: Predicate) -> str:
        """Return the state in which something happens: that of its place, else the only one that the sentence names;
        of an envoy that to which they are accredited, none to which somebody is sent ("deported to X").
        """
        sent = act.mentions("to") + act.mentions("into")
        there = place if place is None or place.country not in {m.country for m in sent} else None
        local = (
            {there.country} if there is not None else self._local_states() - {m.country for m in act.mentions("into")}
        )
        sent += [m for p in self.scene.relatives for m in p.mentions("by")]
        settled = (m for m in self.scene.mentions if m not in sent and m.sector != MIGRANTS)
        states = (m.to if m.role in ABROAD else m.country for m in settled)
        named = local or {state for state in states if state and not state.startswith("IGO:")}
        return ("" if local else self.scene.memory.only_state()) or (next(iter(named)) if len(named) == 1 else "")

    def _local_states(self) -> set[str]:
        """Return the states in which the places of the sentence lie."""
        if self._places is None:
            self._places = self._places_told()
        return ({m.country for m in self._places if m.country} or self._attacked()) - {"---"}

    def _places_told(self) -> list[Mention]:
        """Return the places in the sentence at which something is."""
        row, found = self.scene.parse.items, list[Mention]()
        for k, item in enumerate(row):
            mention = item.mention
            if mention is None or mention.kind not in PLACES:
                continue
            before = next((i for i in reversed(row[:k]) if i.kind != "word"), None)
            there = before is not None and before.is_function("prep") and before.role in AT_PLACE
            there = there and not (headed_for(self.scene, mention) or self._owns_act(mention))
            elsewhere = before is not None and before.is_function("prep", "from")
            if self.scene.parse.suffixed:
                there, elsewhere = mention.case in _LOCATIVE, mention.case in _ABLATIVE
            if (mention.kind == "place" and not elsewhere) or there:
                found.append(mention)
        return found

    def _owns_act(self, mention: Mention) -> bool:
        """Return whether a name tells whose act a noun is, not where somebody is ("killed in US raids on Yemen")."""
        return any(mention in p.mentions("gen") for p in self.scene.parse.predicates if p.pos == "noun")

    def _attacked(self) -> set[str]:
        """Return the states that violence is done to: who comes to harm is theirs ("a strike on Goma killed ...")."""
        nouns = (p for p in self.scene.parse.predicates if p.pos == "noun" and not p.arguments.keys().isdisjoint(UPON))
        violent = (p for p in nouns if any(c.noun_class == "violence" for c in self.scene.possible_concepts(p)))
        named = (m for p in violent for slot in UPON for m in p.mentions(slot))
        return {m.country for m in named if m.kind in PLACES and m.country}

    def _take_office(self, side: Mention) -> None:
        """Give a counterpart the office of the one whose counterpart it is, "its delegation" the state whose it is."""
        if side.possessed and side.role != COUNTERPART and not side.country:
            self._take_owner(side)
            return
        acting = self._acting_with(side) if side.role == COUNTERPART else None
        before = (m for m in self.scene.mentions if m.i < side.i and m.sector)
        whose = acting if acting is not None and acting.sector and acting.i < side.i else next(before, None)
        named = whose or next(iter(self.scene.memory.last_subject()), None)
        if side.role == COUNTERPART and not (side.country or side.plural) and named is not None:
            side.country = opposite(self.scene, named.country, self._local_states())
            side.guessed = bool(named.country) and not side.country  # of a state that nobody has named
        side.sector, side.role = (named.sector, named.role) if named is not None else ("", "")

    def _take_owner(self, mention: Mention) -> None:
        """Give "his minister" the state of the one named before it."""
        before = [m for m in self.scene.mentions if m.i < mention.i and m.country and m.title_kind != "treaty"]
        group = party_before(self.scene, mention, before)
        bodies = [m for m in before if m.kind == "institution" and mention.role in HEADS_OF_BODIES]
        owner = next(reversed(bodies), None) or self._acting_before(mention) or group or next(iter(before), None)
        owners = [owner] if owner is not None else owners_before(self.scene, mention)
        mention.country, mention.sector = owners[0].country if owners else "", (group or mention).sector

    def _acting_before(self, mention: Mention) -> Mention | None:
        """Return the state whose "its" is by the last clause before, where that has one for its subject ("A said that
        B started it when its army ..."), None for none.
        """
        items = self.scene.parse.items
        k = next((k for k, item in enumerate(items) if item.mention is mention), 0)
        owning = {item.role for item in items[max(0, k - 2) : k] if item.value == "poss"}
        if REFLEXIVE in owning:
            return self._acting_with(mention)
        if THING not in owning:
            return None
        verbs = (p for p in reversed(self.scene.parse.predicates) if p.k < k and p.pos in ("verb", "light"))
        subjects = (p.mentions("subj") for p in verbs)
        last = next((found for found in subjects if found and found[-1].j <= mention.i), [])
        return last[0] if len(last) == 1 and last[0].kind == "state" and last[0].country else None

    def _acting_with(self, mention: Mention) -> Mention | None:
        """Return the subject of the verb that has somebody among its arguments, whose own they are said to be."""
        verbs = (p for p in self.scene.parse.predicates if p.pos in ("verb", "light"))
        held = (p for p in verbs if any(mention in a.mentions for a in p.arguments.values()))
        subject = next((found for p in held if (found := p.mentions("subj"))), [])
        return subject[0] if len(subject) == 1 and subject[0].country else None

    def _described(self, mention: Mention) -> list[Mention]:
        """Return who is described by a relative clause in which an office is theirs ("Peru, whose army ...")."""
        row = self.scene.parse.items
        k = next((k for k, item in enumerate(row) if item.mention is mention), 0)
        if not k or not row[k - 1].is_function("rel", "whose"):
            return []
        return [m for m in self.scene.mentions if m.j <= row[k - 1].i and m.country][-1:]

    def _seat(self, mention: Mention) -> str:
        """Return the state in whose capital a body sits, where an opposition is, or for which somebody speaks."""
        row = self.scene.parse.items
        k = next((k for k, item in enumerate(row) if item.mention is mention), len(row))
        link = row[k + 1] if k + 2 < len(row) else None
        if link is None or not link.is_function("prep") or link.role not in ("in", "for"):
            return ""
        seat = next((item.mention for item in row[k + 2 : k + 4] if not item.is_function("det")), None)
        there = ("OPP", "JUD") if self.scene.parse.verb_first else ("OPP",)
        kinds = {*STATES, "metonym"} if link.role == "for" or mention.sector in there else {"capital"}
        return seat.country if seat is not None and seat.kind in kinds else ""

    def _ruling(self, mention: Mention, before: list[Mention]) -> list[Mention]:
        """Return the head of state or government named before the opposition or parliament, which then is theirs: of
        several the one who acts on it ("after talks with X's leader the president of Y criticised the opposition").
        """
        asked = mention.sector in DOMESTIC and not self.scene.memory.told(mention.sector)
        heads = [m for m in before if asked and m.role in ONE_EACH]
        acting = self._acting_with(mention) if len(heads) > 1 else None
        return [acting] if acting in heads else heads[-1:]

    def _take_state(self, mention: Mention) -> None:
        """Give a bare office the state of one like it, of the opening, of its last holder or of home."""
        at_home = mention.sector in HOME_SECTORS
        before = [m for m in self.scene.mentions if m.i < mention.i and m.country]
        here = [m for m in before if m.kind in ("state", "capital", "metonym")]
        alike = [m for m in before if m.sector == mention.sector] if mention.sector in AT_HOME else []
        alike = alike or self._ruling(mention, before)
        if at_home and not alike and here and faced_by(self.scene, mention) & {m.country for m in here}:
            mention.country = only_other(self.scene, mention)  # "France urged the government to ...": another's
        elif seat := same_post(self.scene, mention) or self._seat(mention) or turned_on(self.scene, mention):
            mention.country = seat
        elif alike:
            mention.country = alike[-1].country
        elif at_home and len({m.country for m in here}) == 1 and here[0].i <= OPENING:
            mention.country, mention.guessed = here[0].country, True
        elif (holder := last_holder(self.scene, mention)) is not None:
            mention.country, mention.person = holder.country, holder.person
        elif at_home:
            mention.country, mention.guessed = self.scene.memory.whose(mention.sector), True
