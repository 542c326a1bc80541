"""Who is acted upon where no object says so: inside a thing, in what is asked, or the other side of the report."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Mention
from marsad.records.authors import author
from marsad.records.causing import ending, for_whom
from marsad.records.complaints import NEAR_CONTENT, complained_of
from marsad.records.counterparts import Counterparts, matter
from marsad.records.doers import blamed_for, dealt_with, doers, own_side
from marsad.records.each_owner import without_own
from marsad.records.frame import Frame
from marsad.records.offices import Offices
from marsad.records.posted import own_forces
from marsad.records.press import not_where_said
from marsad.records.protests import held_against, opposed
from marsad.records.rulers import ruling
from marsad.records.scene import Scene, holds
from marsad.records.served import AFFECTED, own_people, people_served, served
from marsad.records.steps import applicant, described
from marsad.records.subjects import Subjects
from marsad.records.suspects import looked_into, suspected

# What is done in words, and where those stand to whom the verb itself turns.
WORDED, MEETING = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "PROTEST"}), frozenset({"CONSULT"})
OWN_OBJECT = frozenset({"obj", "against", "to", "on"})
# Where protesters stand that tells against whom.
PROTEST_TOPICS = ("against", "because-of")
CLAIMED = ("over", "about", "against", "at")
PROTEST_SITES = ("against", "at", "outside", "near", "before", "over", "to")
# Types of what courts and police do to people against their will.
LAWFUL = frozenset({"COERCE", "SANCTION"})
# Where those stand whom a verb of blame or demand is addressed to.
VOICED = frozenset({"REQUEST", "REJECT", "ACCUSE"})
JUDGING = VOICED | {"SUPPORT"}
JUDGED = JUDGING - {"REQUEST"}
OPPOSED = ("obj", "on", "by", "against", "to", "gen", "from", "adj")
# Where the letter, speech or meeting stands in which something is said.
SPEAKING, UTTERED = frozenset({"in", "during", "at", "through"}), frozenset({"statement", "meeting", "request"})
# Who is taken to be of those who act where nobody says whose they are ("promised to withdraw the troops").
OWN = frozenset({"", "MIL", "COP"})
# What courts find of the acts of others ("ruled that the government's decree was unlawful").
RULING = "rule-against"
# How far behind the start of what is asked for the one may stand who is asked.
NEAR_ASKED = 5
# What stands before what a threat or an offer depends on, and the types of these.
CONDITIONS, CONDITIONAL = frozenset({"if", "unless"}), frozenset({"THREATEN", "CONCEDE", "AGREE"})


class Addressees:
    """Fills the recipients of directed frames in one sentence, the surest source first."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.scene, self.offices, self._counterparts = scene, Offices(scene), Counterparts(scene)
        self.subjects = subjects

    def recipient(self, frame: Frame) -> None:
        """Fill the recipient where the slots named none, and the state of those of whom only one state can be meant."""
        if frame.concept.shape == "directed":
            self.offices.leave_own_envoys(frame)
            self._fill(frame)
            self.offices.leave_own_envoys(frame)
            not_where_said(self.scene, frame)
            own_forces(frame)
            self.offices.fellow_citizens(frame)
            self.offices.at_post(frame)
            self.offices.under_law(frame)
        elif frame.concept.shape == "state" and frame.concept.noun_class == "violence":
            frame.add("recipient", self._harmed(frame))

    def _fill(self, frame: Frame) -> None:
        sources = (
            self._suspected, self._for_whom, self._spoken_to, self._turned_to, self._assured,
            self._protested, self._inside, self._suffering, self._asked, self._accredited, self._argued,
            self._accused, self._doers, self._at_home, self._in_content, served, self._harmed, self._undergoing,
            self._complained, self._dispersed, self._applied, self._whose, self._demanded_of,
        )  # fmt: skip
        self._counterparts.owner(frame)
        for source in sources:
            if frame.actors.get("recipient"):
                return
            if found := without_own(source(frame), frame):
                frame.add("recipient", found)
        if not frame.of("recipient"):
            self._counterparts.counterpart(frame)
            frame.add("recipient", [] if frame.of("recipient") else self._meant(frame))

    def _meant(self, frame: Frame) -> list[Mention]:
        return ruling(self.scene, frame) or people_served(self.scene, frame) or own_people(self.scene, frame)

    def _whose(self, frame: Frame) -> list[Mention]:
        judged = not JUDGED.isdisjoint(frame.concept.event_types) or frame.concept.content == "alleged"
        return described(self.scene, frame) if judged else []

    def _applied(self, frame: Frame) -> list[Mention]:
        about = matter(frame)
        return applicant(self.scene, frame, about) or author(self.scene, frame, about)

    def _suspected(self, frame: Frame) -> list[Mention]:
        return suspected(self.scene, frame)

    def _for_whom(self, frame: Frame) -> list[Mention]:
        """Return who is to do what is asked for, or to end what is theirs."""
        asks, row = "REQUEST" in frame.concept.event_types, self.scene.parse.predicates
        inner = (p for p in row if asks and p.parent == frame.predicate.number)
        named = (for_whom(frame.predicate, p) or ending(self.scene, p) for p in inner)
        return [m for m in next(filter(None, named), []) if m not in frame.of("actor")]

    def _turned_to(self, frame: Frame) -> list[Mention]:
        """Return to whom somebody turns in order to say something ("wrote to the council to complain")."""
        above = self.scene.parent(frame.predicate) if frame.predicate.relation == "inf" else None
        worded = not WORDED.isdisjoint(frame.concept.event_types)
        own = frame.predicate.arguments.keys() & OWN_OBJECT
        if above is None or own or not worded or not self._turns(above):
            return []
        told = (above.mentions(slot) for slot in ("to", "obj", "with"))
        return [m for m in next((found for found in told if found), []) if m not in frame.of("actor")]

    def _assured(self, frame: Frame) -> list[Mention]:
        """Return to whom somebody says what he or his own side commits itself to ("assured Lima that Chile remains
        committed to it").
        """
        above = self.scene.parent(frame.predicate) if frame.concept.makes("commitment") else None
        if above is None or frame.predicate.relation != "content":
            return []
        acting = frame.states("actor")
        told = [m for slot in ("to", "obj") for m in above.mentions(slot) if m.sector != "JRN" and m.kind != "outlet"]
        own = acting & {m.country for m in self.subjects.subject(above)}
        return [m for m in told if m.country not in acting] if own else []

    def _turns(self, verb: Predicate) -> bool:
        """Return whether a verb reports no act, or only that somebody turned to others ("phoned the mayor to ask")."""
        meant = self.scene.concepts.get(verb.number)
        return meant is None or MEETING.issuperset(meant.event_types)

    @staticmethod
    def _spoken_to(frame: Frame) -> list[Mention]:
        """Return to whom the letter goes, or with whom the talks are held, in which something is asked."""
        if "REQUEST" not in frame.concept.event_types:
            return []
        arguments = frame.predicate.arguments
        said = {a.end for slot, a in arguments.items() if slot.rstrip("+") in SPEAKING and a.classes & UTTERED}
        told = (a for slot in ("to", "with") if (a := arguments.get(slot)) is not None and a.k - 1 in said)
        return [m for a in told for m in a.mentions if m not in frame.of("actor")]

    def invaded(self, frame: Frame) -> None:
        """Let force without a victim be done to the state in which it happens, where another state uses it: that of
        its place, else of the only places that the sentence names.
        """
        acting, place = frame.states("actor"), frame.place or self._only_place()
        by_force = "ASSAULT" in frame.concept.event_types and frame.concept.shape == "directed"
        if not by_force or frame.of("recipient") or place is None or not acting:
            return
        if place.country not in ("", "---") and place.country not in acting:
            frame.add("recipient", [Mention(place.i, place.j, "state", place.country, resolved=True)])

    def _only_place(self) -> Mention | None:
        """Return a town or region of the only state in which those lie that the sentence names, None for none."""
        towns = [m for m in self.scene.mentions if m.kind == "place" and m.country]
        return towns[0] if len({m.country for m in towns}) == 1 else None

    def _inside(self, frame: Frame) -> list[Mention]:
        """Return the actors inside an object that is a thing."""
        argument = matter(frame)
        if argument is None:
            return []
        return self._owning(frame, argument) if argument.mentions else self._in_thing(frame, argument)

    def _owning(self, frame: Frame, argument: Argument) -> list[Mention]:
        """Return whose a thing is that an infinitive completes ("blocked the government's plan to deport migrants")."""
        row, acting = self.scene.parse.items, {m.code for m in frame.of("actor")}
        head = row[argument.head].mention if argument.head >= 0 else None
        plain = head is None or (head.genitive and argument.end > argument.head + 1)
        completed = plain and argument.end < len(row) and row[argument.end].is_function("prep", "to")
        return [m for m in argument.mentions if m.code not in acting] if completed else []

    def _suffering(self, frame: Frame) -> list[Mention]:
        return self._in_subject(frame.predicate) if frame.predicate.pos == "verb" else []

    def _argued(self, frame: Frame) -> list[Mention]:
        """Return the actors of other states in that argument."""
        argument, acting = matter(frame), frame.states("actor")
        return [m for m in argument.mentions if m.country and m.country not in acting] if argument is not None else []

    def _protested(self, frame: Frame) -> list[Mention]:
        """Return whom people protest against: by where they do ("outside the party's conference") or what they say."""
        if "PROTEST" not in frame.concept.event_types:
            return []
        about = (a for slot in PROTEST_TOPICS for a in frame.predicate.all(slot))
        blamed = [m for a in about for m in (a.mentions or self._in_thing(frame, a)) if m.country or m.sector]
        if blamed := blamed or opposed(self.scene, frame) or self._in_claims(frame):
            return blamed
        owners = self.scene.with_carrier(frame.predicate)
        found = [a for slot in PROTEST_SITES for owner in owners for a in owner.all(slot)]
        named = (m for a in found for m in (*a.mentions, *a.modifiers))
        sites = [m for m in named if m.sector and m.code not in {a.code for a in frame.of("actor")}]
        return self._blamed(frame) or sites or held_against(self.scene, frame)

    def _in_claims(self, frame: Frame) -> list[Mention]:
        """Return of whom the claim is that a protest is about ("protested over allegations that X lied")."""
        about = (a for slot in CLAIMED for a in frame.predicate.all(slot))
        claims = (inner.number for a in about if (inner := self.scene.inner(a, frame.predicate)) is not None)
        told = (p for claim in claims for p in self.scene.parse.predicates if p.parent == claim)
        subjects = ((p, subject) for p in told if (subject := p.arguments.get("subj")) is not None)
        return next((found for p, a in subjects if (found := self.subjects.actors_of(a, p, "actor"))), [])

    def _complained(self, frame: Frame) -> list[Mention]:
        return complained_of(self.scene, frame)

    def _dispersed(self, frame: Frame) -> list[Mention]:
        """Return upon whom force is used by what it is for ("fired tear gas to break up a crowd of students")."""
        owner = self.scene.carrier(frame.predicate) or frame.predicate
        if "ASSAULT" not in frame.concept.event_types or owner.pos == "noun":
            return []
        inner = (self.scene.inner(a, owner) for a in owner.all("for"))
        nouns = [noun for noun in inner if noun is not None]
        crowds = [m for noun in nouns for m in (self.scene.victims(noun) or noun.mentions("from"))]
        aims = (p for p in self.scene.parse.predicates if p.parent == frame.predicate.number and p.relation == "inf")
        crowds += [m for verb in aims for m in verb.mentions("obj")]
        return [m for m in crowds if m.title_kind == "people"]

    def _undergoing(self, frame: Frame) -> list[Mention]:
        """Return who underwent an act by the verb that carries its noun ("the convoy came under fire")."""
        carrier = self.scene.carrier(frame.predicate)
        told = self.scene.tells(carrier) if carrier is not None else ""
        if carrier is None or not told:
            return []
        slots = ("subj", "obj") if told == "undergone" else ("obj",)
        named = [m for slot in slots for said in carrier.mentions(slot) for m in self.subjects.offices.named(said)]
        whole = carrier.arguments.get("subj") if told == "undergone" and not named else None
        return named or (self.subjects.actors_of(whole, carrier, "recipient") if whole is not None else [])

    def _in_thing(self, frame: Frame, argument: Argument) -> list[Mention]:
        """Return the actors inside an object that is a thing ("rejected Trump's offer", "the attack by X")."""
        inner = self.scene.inner(argument, frame.predicate)
        named = own_side(self.subjects, inner, argument) if inner is not None else []
        told = self.scene.told_of(inner) if inner is not None else []
        named = named or [m for p in told for a in p.all("subj") for m in a.mentions or a.modifiers]
        named = named or (self._whose_step(argument) if JUDGING.intersection(frame.concept.event_types) else [])
        victims = self.scene.victims(inner) if inner is not None else []
        acting = {m.code for m in frame.of("actor")}
        return [m for m in named or argument.modifiers if m.code not in acting and m not in victims]

    def _whose_step(self, argument: Argument) -> list[Mention]:
        """Return who did a thing by the relative clause that describes it ("praised the progress which Peru made")."""
        clauses = (p for p in self.scene.parse.predicates if p.relation == "relative")
        made = (p for p in clauses if (thing := p.arguments.get("obj")) is not None and thing.k == argument.k)
        return [m for p in made for m in p.mentions("subj")]

    def _in_subject(self, predicate: Predicate) -> list[Mention]:
        """Return who suffers the action noun that is the subject ("strikes on Gaza killed twenty")."""
        inner = self.scene.inner(predicate.arguments.get("subj"), predicate)
        return [m for slot in ("on", "against", "at") for m in inner.mentions(slot)] if inner is not None else []

    def _asked(self, frame: Frame) -> list[Mention]:
        """Return of whom something is asked in "demands that X do ...": who is to do it, else the first actor of the
        clause.
        """
        if "REQUEST" in frame.concept.event_types and (told := self._to_do_it(frame)):
            return told
        if frame.concept.control != "recipient":
            return []
        row, k = self.scene.parse.items, frame.predicate.k
        content = next((n for n in range(k + 1, len(row)) if row[n].is_function("comp")), None)
        if content is None or content > k + NEAR_CONTENT:
            return []
        first = next((i.mention for i in row[content + 1 : content + 1 + NEAR_ASKED] if i.mention is not None), None)
        acting = {m.country for m in frame.of("actor")}
        return [first] if first is not None and first.code != "---" and first.country not in acting else []

    def _to_do_it(self, frame: Frame) -> list[Mention]:
        """Return the subject of what is asked for in a clause ("demands that the police release ...")."""
        acting, number = {m.code for m in frame.of("actor")}, frame.predicate.number
        asked = (p for p in self.scene.parse.predicates if p.parent == number and p.relation == "content")
        doing = next(((p, subject) for p in asked if not p.passive and (subject := p.arguments.get("subj"))), None)
        named = self.subjects.actors_of(doing[1], doing[0], "recipient") if doing is not None else []
        return [m for m in named if (m.sector or m.kind in ("state", "capital")) and m.code not in acting]

    def _doers(self, frame: Frame) -> list[Mention]:
        known = doers(self.scene, frame, matter(frame)) or blamed_for(self.scene, self.subjects, frame)
        return known or dealt_with(self.scene, self.subjects, frame)

    def _at_home(self, frame: Frame) -> list[Mention]:
        """Return the state whose courts or police did to its own what somebody blames ("condemned X's sentence")."""
        inner = self.scene.inner(matter(frame), frame.predicate)
        if inner is None or "ACCUSE" not in frame.concept.event_types:
            return []
        lawful = any(LAWFUL.intersection(c.event_types) for c in self.scene.possible_concepts(inner))
        acting = frame.states("actor")
        own = (m for m in self.scene.victims(inner) if lawful and m.country not in {"", "---", *acting})
        return [Mention(m.i, m.j, "state", m.country, resolved=True) for m in own][:1]

    def _accredited(self, frame: Frame) -> list[Mention]:
        """Return the state to which an envoy is accredited whom an act recalls or names ("its ambassador to Chad")."""
        argument = frame.predicate.arguments.get("obj")
        envoys = argument.mentions if argument is not None else []
        acting = frame.states("actor")
        sent = (m for m in envoys if m.to and m.to not in acting and m.country in {"", *acting})
        return [Mention(m.i, m.j, "state", m.to, resolved=True) for m in sent]

    def _accused(self, frame: Frame) -> list[Mention]:
        """Return of whom something is alleged, found or threatened where no object says so: its subject, who does
        what that names ("vowed that the attack by X would not go unanswered"), or on whom it depends ("if X does not").
        """
        alleged = frame.concept.content == "alleged" and frame.concept.control == "recipient"
        alleged = alleged or frame.concept.name == RULING
        if not alleged and CONDITIONAL.isdisjoint(frame.concept.event_types):
            return []
        acting = {m.code for m in frame.of("actor")}
        own, told = frame.predicate, [p for p in self.scene.parse.predicates if p.pos != "noun"]
        threat = alleged or "THREATEN" in frame.concept.event_types
        inside = [p for p in told if threat and p.parent == own.number][:1]
        depending = (p for p in told if p.under in CONDITIONS and p.k > own.k)
        inside += [] if alleged else [p for p in depending if p.parent < 0 or not threat]
        return next((found for p in inside if (found := self._others(p, acting))), [])

    def _demanded_of(self, frame: Frame) -> list[Mention]:
        """Return of whom the one who threatens demanded something before "and" ("demanded that the rebels leave and
        threatened to use force").
        """
        own, made = frame.predicate, self.scene.frames.get(frame.predicate.shares)
        demanded = made is not None and "REQUEST" in made.concept.event_types and made.predicate.k < own.k
        threat = "THREATEN" in frame.concept.event_types and made is not None and demanded
        return [m for m in made.of("recipient") if m not in frame.of("actor")] if threat and made is not None else []

    def _others(self, predicate: Predicate, acting: set[str]) -> list[Mention]:
        """Return the states in the subject of a predicate, or of the action noun in it, but those who act."""
        subject = predicate.arguments.get("subj")
        inner = self.scene.inner(subject, predicate)
        doing = [m for slot in ("adj", "gen", "by") for m in inner.mentions(slot)] if inner is not None else []
        named = predicate.mentions("subj") or doing
        if not named and subject is not None and inner is None:
            named = self.subjects.subject(predicate) if predicate.under in CONDITIONS else subject.modifiers
        return [m for m in named if (m.country or m.sector) and m.code not in acting]

    def _in_content(self, frame: Frame) -> list[Mention]:
        """Return whom the act is for that a frame promises, asks for or refuses ("refused to receive the envoy")."""
        unmeant = frame.concept.content in ("same", "alleged")  # an accusation is not of whom the accused harms
        if unmeant or looked_into(self.scene, frame):
            return []
        acting = {m.code for m in frame.of("actor")}
        inner = [p for p in self.scene.parse.predicates if p.parent == frame.predicate.number]
        if "THREATEN" in frame.concept.event_types:  # "threatened to stop aid to Peru"
            inner += [p for p in self.scene.parse.predicates if p.parent in {verb.number for verb in inner}]
        if "REJECT" in frame.concept.event_types:
            inner = [p for p in inner if p.senses]  # "has no plans to follow Y" says nothing of what is done to Y
        slots = AFFECTED[1:] if "REQUEST" in frame.concept.event_types else AFFECTED  # those to be freed free nobody
        found = [m for p in inner for slot in slots for m in p.mentions(slot)]
        found += [m for p in inner if p.pos == "noun" for m in self.scene.victims(p)]
        return [m for m in found if (m.country or m.sector not in OWN) and m.code not in acting][:1]

    def _harmed(self, frame: Frame) -> list[Mention]:
        """Return who came to harm by the clause of consequence ("fired on a march, killing thirty people")."""
        if not WORDED.isdisjoint(frame.concept.event_types):
            return []
        harm = (
            p for p in self.scene.parse.predicates if p.shares == frame.predicate.number and p.k > frame.predicate.k
        )
        violent = (p for p in harm if any(c.noun_class == "violence" for c in self.scene.possible_concepts(p)))
        harmed = next((found for p in violent if (found := p.mentions("obj"))), []) or self._in_consequence(frame)
        return harmed or self._in_purpose(frame)

    def _in_purpose(self, frame: Frame) -> list[Mention]:
        """Return who comes to harm by what force is used for ("used tear gas to disperse a march")."""
        if frame.concept.noun_class != "violence":
            return []
        argument = frame.predicate.arguments.get("for")
        inner = self.scene.inner(argument, frame.predicate) if argument is not None else None
        aims = (p for p in self.scene.parse.predicates if p.parent == frame.predicate.number and p.relation == "inf")
        met = (m for p in aims for m in p.mentions("obj") if m.title_kind == "people")
        return self.scene.victims(inner) if inner is not None else list(met)

    def _in_consequence(self, frame: Frame) -> list[Mention]:
        """Return who came to harm by what violence led to ("the raid resulted in the deaths of six soldiers")."""
        concepts, predicates = self.scene.concepts, self.scene.parse.predicates
        if frame.concept.noun_class != "violence" or not any(c.tells == "happened" for c in concepts.values()):
            return []
        later = (p for p in predicates if p.pos == "noun" and p.k > frame.predicate.k)
        return next((found for p in later if (found := self.scene.victims(p))), [])

    def _blamed(self, frame: Frame) -> list[Mention]:
        """Return whom those who protest are "against", blame or ask in what they join or further on in the sentence."""
        own = frame.predicate
        later = [p for p in self.scene.parse.predicates if p.k > own.k or holds(own, p)]
        found = [m for p in (own, *later) for m in p.mentions("against")]
        for other in later:
            types = {t for concept in self.scene.possible_concepts(other) for t in concept.event_types}
            if not found and VOICED & types:
                opposed = [a for slot in OPPOSED for a in other.all(slot)]
                found = [m for a in opposed for m in (a.mentions or self._in_argument(other, a))]
        return [m for m in found if m.sector != "CVL" and m not in frame.of("actor")][:1]

    def _in_argument(self, owner: Predicate, argument: Argument) -> list[Mention]:
        """Return who does the act that an argument names ("in protest at the strikes by X")."""
        inner = self.scene.inner(argument, owner)
        victims = self.scene.victims(inner) if inner is not None else []
        doing = [m for s in ("adj", "by", "gen") for m in inner.mentions(s)] if inner is not None else []
        return [m for m in doing or argument.modifiers if m not in victims]
