"""Where sentences end, and what the tokens of a sentence are."""

import pytest

from marsad.lexicon.loading import lexicon
from marsad.text.sentences import LONGEST_SENTENCE, sentences


def cut(lang: str, text: str) -> list[str]:
    known = lexicon(lang)
    return [text[s.start : s.end] for s in sentences(text, known.profile, known.folder)]


def tokens(lang: str, text: str) -> list[str]:
    known = lexicon(lang)
    return [token for s in sentences(text, known.profile, known.folder) for token in s.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One came. Two left.", ["One came.", "Two left."], id="full-stop"),
        pytest.param("Who came? Nobody! Then all.", ["Who came?", "Nobody!", "Then all."], id="question-and-call"),
        pytest.param("Mr. Tamm met Gen. Sok. They spoke.", ["Mr. Tamm met Gen. Sok.", "They spoke."], id="titles"),
        pytest.param("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."], id="initials"),
        pytest.param("J. Okello came. He spoke.", ["J. Okello came.", "He spoke."], id="one-letter"),
        pytest.param("Growth was 3.5 percent. Prices fell.", ["Growth was 3.5 percent.", "Prices fell."], id="decimal"),
        pytest.param("It cost $1,250.75. Fine.", ["It cost $1,250.75.", "Fine."], id="thousands"),
        pytest.param("“We left.” He went on.", ["“We left.”", "He went on."], id="quote-closes-after-stop"),
        pytest.param("“Who left?” he asked.", ["“Who left?” he asked."], id="question-inside-quote"),
        pytest.param("He paused … and left. End.", ["He paused … and left.", "End."], id="ellipsis-inside"),
        pytest.param("He paused... Then he left.", ["He paused...", "Then he left."], id="ellipsis-at-end"),
        pytest.param("A headline\nA text.", ["A headline", "A text."], id="line-break"),
        pytest.param("(It rained.) They left.", ["(It rained.)", "They left."], id="bracket"),
        pytest.param("See example.org for more. Bye.", ["See example.org for more.", "Bye."], id="address"),
        pytest.param("  \n\n  Only this.  \n", ["Only this."], id="blank-lines"),
        pytest.param("No end", ["No end"], id="no-end"),
        pytest.param("", [], id="empty"),
        pytest.param("On Nov. 28 they met. Good.", ["On Nov. 28 they met.", "Good."], id="month"),
        pytest.param("Acme Inc. sued. It lost.", ["Acme Inc. sued.", "It lost."], id="company"),
    ],
)
def test_english_sentences(text: str, expected: list[str]) -> None:
    assert cut("en", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("وصل الأول. غادر الثاني.", ["وصل الأول.", "غادر الثاني."], id="full-stop"),
        pytest.param("من حضر؟ لا أحد.", ["من حضر؟", "لا أحد."], id="question-mark"),
        pytest.param("حضر أ. سالم و د. نور. ثم غادرا.", ["حضر أ. سالم و د. نور.", "ثم غادرا."], id="titles"),
        pytest.param(
            "بلغ النمو 3.5 في المئة. تراجعت الأسعار.", ["بلغ النمو 3.5 في المئة.", "تراجعت الأسعار."], id="decimal"
        ),
        pytest.param("«غادرنا.» ثم صمت.", ["«غادرنا.»", "ثم صمت."], id="quote"),
        pytest.param("صمت... ثم غادر.", ["صمت...", "ثم غادر."], id="ellipsis"),
        pytest.param("عنوان\nنص.", ["عنوان", "نص."], id="line-break"),
        pytest.param(
            "حضر الأول، وغاب الثاني؛ ثم انتهى.", ["حضر الأول، وغاب الثاني؛ ثم انتهى."], id="comma-and-semicolon"
        ),
        pytest.param("يا للعجب! لم يحضر.", ["يا للعجب!", "لم يحضر."], id="call"),
    ],
)
def test_arabic_sentences(text: str, expected: list[str]) -> None:
    assert cut("ar", text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "Kenya's envoy", ["kenya", "'s", "envoy"], id="en-genitive"),
        pytest.param("en", "Kenya’s envoy", ["kenya", "'s", "envoy"], id="en-curly-genitive"),
        pytest.param("en", "the U.S. envoy", ["the", "u.s.", "envoy"], id="en-initials"),
        pytest.param("en", "3.5 and 1,200", ["3.5", "and", "1,200"], id="en-numbers"),
        pytest.param("en", "cease-fire", ["cease", "fire"], id="en-hyphen"),
        pytest.param("en", "Türkiye", ["turkiye"], id="en-diacritic"),
        pytest.param("en", "Tu\u0308rkiye", ["turkiye"], id="en-combining-mark"),
        pytest.param("en", "co\u00adop", ["coop"], id="en-soft-hyphen"),
        pytest.param("en", "(yes), no", ["(", "yes", ")", ",", "no"], id="en-signs"),
        pytest.param("ar", "وقّعت", ["وقعت"], id="ar-shadda"),
        pytest.param("ar", "مُعَاهَدَةٌ", ["معاهدة"], id="ar-vowel-marks"),
        pytest.param("ar", "الـــسلام", ["السلام"], id="ar-tatweel"),
        pytest.param("ar", "يناير/كانون", ["يناير", "/", "كانون"], id="ar-slash"),
        pytest.param("ar", "نعم، لا", ["نعم", ",", "لا"], id="ar-comma"),
        pytest.param("ar", "\u202bنعم\u202c", ["نعم"], id="ar-bidi-controls"),
    ],
)
def test_tokens(lang: str, text: str, expected: list[str]) -> None:
    assert tokens(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        pytest.param("ar", "إعلان", "اعلان", id="ar-hamza-below"),
        pytest.param("ar", "أعلن", "اعلن", id="ar-hamza-above"),
        pytest.param("ar", "إلى", "إلي", id="ar-alif-maqsura"),
        pytest.param("ar", "٢٨", "28", id="ar-digits"),
        pytest.param("ar", "\ufefb", "لا", id="ar-presentation-form"),
        pytest.param("en", "“", '"', id="en-curly-quote"),
        pytest.param("en", "ISTANBUL", "istanbul", id="en-capitals"),
        pytest.param("en", "İstanbul", "istanbul", id="en-dotted-capital-i"),
    ],
)
def test_spellings_that_are_one(lang: str, one: str, other: str) -> None:
    assert tokens(lang, one) == tokens(lang, other)


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        pytest.param("ar", "قد وقّعَتْ فرنسا", "وقّعَتْ", id="ar-marks-belong-to-the-word"),
        pytest.param("en", "in Tu\u0308rkiye now", "Tu\u0308rkiye", id="en-combining-mark"),
        pytest.param("en", "so \U0001f600 Kenya won", "Kenya", id="en-after-emoji"),
    ],
)
def test_a_token_leads_back_to_its_characters(lang: str, text: str, word: str) -> None:
    known = lexicon(lang)
    (sentence,) = sentences(text, known.profile, known.folder)
    assert word in [text[s:e] for s, e in zip(sentence.starts, sentence.ends, strict=True)]


def test_a_text_without_full_stops_is_cut_at_a_space() -> None:
    pieces = cut("en", "word " * 1000)
    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST_SENTENCE and piece.startswith("word") for piece in pieces)
