"""Which surface forms a lemma has, by the paradigms of the language, and which it must not have."""

import pytest

from marsad.lexicon.inflection import Enclitics
from marsad.lexicon.inflectors import INFLECTORS
from marsad.lexicon.profile import language_folder, read_profile


def wrong(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(reason=reason, strict=True)


def forms(lang: str, lemma: str, word_class: str) -> dict[str, set[str]]:
    """Return the forms of a lemma with what each is read as: form, voice, person, dotted."""
    folder = language_folder(lang)
    found: dict[str, set[str]] = {}
    profile = read_profile(folder)
    for form, feature in INFLECTORS[profile.inflector](folder, profile.infinitive).forms(lemma, word_class):
        parts = [part for part in (feature.form, feature.voice, feature.person) if part]
        found.setdefault(form, set()).add(".".join(parts))
    return found


@pytest.mark.parametrize(
    ("lemma", "word_class", "there", "absent"),
    [
        pytest.param("accuse", "verb", "accuse accuses accused accusing", "accuseed accuseing", id="regular"),
        pytest.param("meet", "verb", "meet meets met meeting", "meeted", id="irregular-past"),
        pytest.param(
            "withdraw", "verb", "withdraws withdrew withdrawn withdrawing", "withdrawed", id="irregular-participle"
        ),
        pytest.param("ban", "verb", "bans banned banning", "baned", id="doubled-consonant"),
        pytest.param("deny", "verb", "denies denied denying", "denys denyed", id="y"),
        pytest.param("treaty", "noun", "treaty treaties", "treatys", id="noun-y"),
        pytest.param("attack", "noun", "attack attacks", "attacked", id="noun"),
        pytest.param("crisis", "noun", "crisis crises", "crisises", id="noun-greek"),
    ],
)
def test_english_forms(lemma: str, word_class: str, there: str, absent: str) -> None:
    found = set(forms("en", lemma, word_class))
    assert set(there.split()) <= found
    assert not set(absent.split()) & found


@pytest.mark.parametrize(
    ("lemma", "form", "reading"),
    [
        pytest.param("withdraw", "withdrew", "past", id="past"),
        pytest.param("withdraw", "withdrawn", "participle", id="participle"),
        pytest.param("withdraw", "withdraws", "present", id="present"),
        pytest.param("withdraw", "withdrawing", "gerund", id="gerund"),
        pytest.param("withdraw", "withdraw", "base", id="base"),
    ],
)
def test_english_features(lemma: str, form: str, reading: str) -> None:
    assert reading in forms("en", lemma, "verb")[form]


@pytest.mark.parametrize(
    ("lemma", "word_class", "there", "absent"),
    [
        pytest.param("أعلن", "verb", "أعلن أعلنت أعلنوا أعلنا يعلن تعلن يعلنون", "أعلنون ييعلن", id="verb-strong"),
        pytest.param("قال", "verb", "قال قالت قالوا يقول تقول يقولون", "قولت قالون", id="verb-hollow"),
        pytest.param("اتهم", "verb", "اتهم اتهمت اتهموا يتهم تتهم يتهمون", "ياتهم", id="verb-eighth-form"),
        pytest.param("نفى", "verb", "نفى نفت نفوا ينفي تنفي ينفون", "نفىت ينفيون", id="verb-defective"),
        pytest.param("دعا", "verb", "دعا دعت دعوا يدعو تدعو يدعون", "دعات يدعوون", id="verb-defective-w"),
        pytest.param(
            "وقع",
            "verb",
            "وقع وقعت وقعوا يوقع توقع يوقعون",
            "يووقع",
            id="verb-second-form",
        ),
        pytest.param("وزير", "noun", "وزير وزراء وزيرا", "وزيرونات وزراءات", id="noun-broken-plural"),
        pytest.param(
            "سفير",
            "noun",
            "سفير سفراء",
            "سفيرون",
            id="noun-broken-plural-2",
            marks=wrong("every noun is given the sound plurals too"),
        ),
        pytest.param(
            "اجتماع",
            "noun",
            "اجتماع اجتماعات",
            "اجتماعون",
            id="noun-sound-plural",
            marks=wrong("every noun is given the sound plurals too"),
        ),
    ],
)
def test_arabic_forms(lemma: str, word_class: str, there: str, absent: str) -> None:
    found = set(forms("ar", lemma, word_class))
    assert set(there.split()) <= found
    assert not set(absent.split()) & found


@pytest.mark.parametrize(
    ("lemma", "form", "reading"),
    [
        pytest.param("أعلن", "أعلنت", "past.3fs", id="past-she"),
        pytest.param("أعلن", "أعلنوا", "past.3mp", id="past-they"),
        pytest.param("أعلن", "يعلن", "present.active.3ms", id="present-he"),  # with a damma in the active too
        pytest.param("أعلن", "تعلن", "present.active.3fs", id="present-she"),
        pytest.param("طلب", "يطلب", "present.3ms", id="present-of-form-one"),
        pytest.param("أعلن", "أعلنا", "past.3md", id="past-both"),
    ],
)
def test_arabic_features(lemma: str, form: str, reading: str) -> None:
    assert reading in forms("ar", lemma, "verb")[form]


@pytest.mark.parametrize(
    ("form", "word_class", "joined"),
    [
        pytest.param("مشاركة", "noun", "مشاركته مشاركتها مشاركتهم", id="noun-ta-marbuta-opens"),
        pytest.param("موقف", "noun", "موقفه موقفها موقفهما", id="noun"),
        pytest.param("اتهم", "verb", "اتهمه اتهمها", id="verb"),
        pytest.param("دعا", "verb", "دعاه دعاها", id="verb-long-a"),
        pytest.param("اتهموا", "verb", "اتهموه اتهموها", id="verb-they-drops-alif"),
    ],
)
def test_arabic_pronouns_written_with_the_word(form: str, word_class: str, joined: str) -> None:
    made = {together for together, _ in Enclitics(language_folder("ar")).attach(form, word_class)}
    assert set(joined.split()) <= made


@pytest.mark.parametrize(
    ("form", "word_class", "wrong"),
    [
        pytest.param("مشاركة", "noun", "مشاركةه مشاركةها", id="closed-ta-marbuta"),
        pytest.param("اتهموا", "verb", "اتهمواه", id="alif-kept"),
    ],
)
def test_arabic_pronouns_never_so(form: str, word_class: str, wrong: str) -> None:
    made = {together for together, _ in Enclitics(language_folder("ar")).attach(form, word_class)}
    assert not set(wrong.split()) & made


def test_english_has_no_pronouns_written_with_the_word() -> None:
    assert not Enclitics(language_folder("en"))
