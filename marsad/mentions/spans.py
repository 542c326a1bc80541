"""One pass of the automaton over a sentence: which tokens stand for which entries."""

import unicodedata

import msgspec

from marsad.lexicon.entries import Known
from marsad.lexicon.store import Lexicon
from marsad.mentions.forms import LEVELS, Form, fitting, make_form, reduced
from marsad.mentions.matches import matches
from marsad.text.sentences import Sentence

# What a phrase can hide that only contains the name of a state ("Panama Papers").
_HIDDEN = frozenset({"state", "capital", "metonym", "place", "demonym"})
# Kinds of readings that say something of the others, of what stands inside, or of the credit line, and what the form is
# without any.
_CREDIT = frozenset({"credit"})
_SAID_OF_OTHERS, _NOTHING = _CREDIT | {"spelled", "hiding"}, make_form(())
_PART = frozenset({"part"})
# Towns that only a table of the world's places knows.
_PLACE, _TOWN = frozenset({"place"}), {"geonames:town"}
# Function words that tell the order of two acts.
_ORDERING = frozenset({"after", "before", "until"})


class Span(msgspec.Struct, frozen=True, gc=False):
    """The tokens `i:j` of a sentence with the form that stands there.

    `shorter` are the readings of shorter forms that begin at the same word, triggers, auxiliaries and negations;
    `pieces` is what stands inside a phrase that is part of a compound verb, or a verb, for where it is none here ("به
    توافق", "its call for"), `beyond` the nouns of several words that begin in it and go on behind it.
    """

    i: int
    j: int
    form: Form
    shorter: list[Known] = []
    pieces: list["Span"] = []
    beyond: list[Form] = []

    @property
    def readings(self) -> tuple[Known, ...]:
        """Return all it can be read as, in the order of the tables."""
        return self.form.readings

    def find(self, kind: str, value: str = "") -> Known | None:
        """Return the first reading of a kind (and value), None where the span has none."""
        for known in self.form.readings if kind in self.form.kinds else ():
            entry = known.entry
            if entry.kind == kind and (not value or entry.value == value):
                return known
        return None


def spans(
    sentence: Sentence, text: str, lexicon: Lexicon, without: frozenset[tuple[int, int]] = frozenset()
) -> tuple[list[Span], list[Span]]:
    """Return what is known in a sentence, left to right, not overlapping: of overlapping forms the longest stands.

    Forms at the tokens in `without` are passed over. The second list holds the expressions of the credit line; they
    lie over the others and take no word away.
    """
    choice = _Choice(sentence, text, lexicon)
    choice.run(without)
    choice.leave_names()
    return [choice.chosen[i] for i in sorted(choice.chosen)], choice.crediting


class _Choice:
    """Chooses among the forms found in a sentence, those that go first before the others.

    `chosen` are the spans by their first tokens, `crediting` those of the credit line.
    """

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self._sentence, self._text, self._lexicon = sentence, text, lexicon
        self._taken, self._hidden = bytearray(len(sentence.tokens)), bytearray(len(sentence.tokens))
        self._case = _Case(sentence, text, lexicon.profile.case)
        self._matches = matches(sentence, lexicon)
        self._parts: dict[int, int] = {}  # the tokens of divisible phrases, with the first of each
        self.chosen: dict[int, Span] = {}
        self.crediting: list[Span] = []

    def run(self, without: frozenset[tuple[int, int]]) -> None:
        """Go through the forms; those at the tokens in `without` are passed over."""
        lexicon, form_at = self._lexicon, self._case.form
        for _, _, i, j, pattern, prefix in self._matches:
            if without and (i, j) in without:
                continue
            forms = fitting(lexicon, pattern, prefix)
            form = forms[0] if len(forms) == 1 else form_at(forms, i, j)
            if (form.named if j - i > 1 else form.opens) and _tied(self._sentence, self._text, j):
                if form.opens:
                    self._taken[i : j + 1] = b"\x01\x01"
            elif form.adjectival and j > 1 and _tied(self._sentence, self._text, j - 1):
                self._taken[i:j] = b"\x01" * (j - i)  # "سازمان‌یافته" is an adjective
            elif self._taken.find(1, i, j) < 0:
                self._take(form if form.plain and not self._hidden[i] else self._shown(form, i, j), i, j)
            else:
                self._keep_inner(form, i, j)

    def leave_names(self) -> None:
        """Drop the towns that are part of a name the reader does not know ("Ahmet Kaya", Kaya being a town too)."""
        towns = [span for span in self.chosen.values() if span.form.kinds == _PLACE]
        for span in towns:
            rules = {known.entry.rule for known in span.readings}
            if rules == _TOWN and (self._unknown_name(span.i - 1) or self._unknown_name(span.j)):
                del self.chosen[span.i]

    def _unknown_name(self, k: int) -> bool:
        """Return whether a token, if there is one at `k`, is an unknown word with a capital."""
        inside = 0 <= k < len(self._taken)
        return inside and not self._taken[k] and self._text[self._sentence.starts[k]].isupper()

    def _take(self, form: Form, i: int, j: int) -> None:
        if not form.readings or (form.counts and not self._linked(j)):
            return
        self._taken[i:j] = b"\x01" * (j - i)
        self.chosen[i] = Span(i, j, form, [], [], [])
        if j - i > 1 and form.divisible:
            self._parts |= dict.fromkeys(range(i, j), i)

    def _keep_inner(self, form: Form, i: int, j: int) -> None:
        """Note a form inside a chosen one that may have to be taken apart, and one that begins with it."""
        whole = self.chosen[self._parts[i]] if i in self._parts else None
        if whole is not None and j <= whole.j:
            _add_piece(whole.pieces, Span(i, j, form))
        elif whole is not None and whole.i < i and "nominal" in form.kinds:
            whole.beyond.append(form)
        if i in self.chosen:
            self.chosen[i].shorter.extend(form.heads)

    def _shown(self, form: Form, i: int, j: int) -> Form:
        """Return a form without its readings for the credit line, which are noted, and what can't be meant here: names
        that a longer phrase hides, a word that is written just as an ordinary one. Notes what it hides itself.
        """
        if "spelled" in form.kinds:
            form = self._as_written(form, j)
        left_out = _HIDDEN | _SAID_OF_OTHERS if all(self._hidden[i:j]) else _SAID_OF_OTHERS
        if "hiding" in form.kinds:
            self._hidden[i:j] = b"\x01" * (j - i)
        if "credit" in form.kinds:
            self.crediting.append(Span(i, j, reduced(form, form.kinds - _CREDIT)))
        return reduced(form, left_out)

    def _as_written(self, form: Form, j: int) -> Form:
        """Return what a form means as the token before `j` is written: nothing where that is an ordinary word, the
        function, or the kind of name, that it has in this spelling alone, or what it is in any other.
        """
        spelled = [known.entry for known in form.readings if known.entry.kind == "spelled"]
        written = any(self._case.spelled(entry.code, j) for entry in spelled)
        own = {entry.value for entry in spelled if entry.value}
        if not own:
            return _NOTHING if written else form
        return make_form(
            tuple(
                known
                for known in form.readings
                if (not own.isdisjoint((known.entry.value, known.entry.kind))) == written
            )
        )

    def _linked(self, at: int) -> bool:
        """Return whether a word that tells the order of two acts begins at token `at`."""
        for _, _, i, j, pattern, prefix in self._matches:
            links = self._case.form(fitting(self._lexicon, pattern, prefix), i, j).readings if i == at else ()
            if any(known.entry.kind == "function" and known.entry.role in _ORDERING for known in links):
                return True
        return False


def _tied(sentence: Sentence, text: str, j: int) -> bool:
    """Return whether only a sign that can't be seen parts the word before token `j` from it ("بین‌دولتی")."""
    gap = text[sentence.ends[j - 1] : sentence.starts[j]] if j < len(sentence.tokens) else ""
    return bool(gap) and not gap.isspace() and all(unicodedata.category(sign) == "Cf" for sign in gap)


def _add_piece(pieces: list[Span], piece: Span) -> None:
    """Put a piece among the others in order where it overlaps none of them but parts of other verbs, which give way."""
    over = [other for other in pieces if other.i < piece.j and piece.i < other.j]
    if piece.readings and (not over or (piece.form.kinds != _PART and all(o.form.kinds == _PART for o in over))):
        pieces[:] = [other for other in pieces if other not in over] + [piece]
        pieces.sort(key=lambda span: span.i)


# What an abbreviation in capitals is not.
_FUNCTION = frozenset({"function"})


class _Case:
    """Whether capital letters say something in this sentence, and which tokens have them."""

    def __init__(self, sentence: Sentence, text: str, cased: bool) -> None:
        self._sentence, self._text = sentence, text
        self._silent = not cased or text[sentence.start : sentence.end].isupper()

    def form(self, forms: tuple[Form, ...], i: int, j: int) -> Form:
        """Return the one of the forms that the capitals of tokens `i:j` allow, the last where they say nothing."""
        if self._silent or len(forms) == 1:
            return forms[-1]
        start = self._sentence.starts[i]
        first = self._text[start]
        later = LEVELS if len(forms) > LEVELS and self._later(i, j) else 0
        if first.isalpha() and not first.isupper():
            return forms[later]
        if not self._text[start : self._sentence.ends[j - 1]].isupper():
            return forms[later + 1]
        return _abbreviated(forms[later + 1], forms[later + 2])

    def _later(self, i: int, j: int) -> bool:
        """Return whether a word behind the first of tokens `i:j` has a capital."""
        return any(self._text[start].isupper() for start in self._sentence.starts[i + 1 : j])

    def spelled(self, form: str, j: int) -> bool:
        """Return whether the token before `j` ends in a form as it stands, folded letters told apart."""
        return self._text.endswith(form, self._sentence.starts[j - 1], self._sentence.ends[j - 1])


def _abbreviated(capital: Form, capitals: Form) -> Form:
    """Return a form in capitals, no function word if it names a body in capitals alone ("WHO")."""
    if "function" in capitals.kinds and "institution" in capitals.kinds and "institution" not in capital.kinds:
        return reduced(capitals, _FUNCTION)
    return capitals


def noun_of(span: Span | None) -> Known | None:
    """Return the reading of a piece of a sentence as a noun, None where it has none."""
    return None if span is None else span.find("nominal") or span.find("trigger", "noun")
